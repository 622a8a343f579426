using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class CancelAlgoOrder : IEndpoint
{
    public string Method => "DELETE";

    public string Path => "/fapi/v1/algoOrder";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["algoId", "clientAlgoId"];

    public int WeightOf(RequestParameters parameters) => 1;

    public Judgement Execute(EndpointCall call)
    {
        if (OrderIdRule.Check(call.Parameters) is { } refusal)
        {
            return Judgement.Of(refusal);
        }

        SimulatedOrder? order = OrderIdRule.Find(call.Parameters, call.Account, call.Now);
        if (order?.Status != SimulatedOrderStatus.New)
        {
            string why = order is null ? "This account has no such order, or it is not to be seen yet." : $"The order is {WireNames.Of(order.Status)}.";
            return Judgement.Of(Refusal.UnknownOrderSent with { Why = why }, order);
        }

        order.Cancel();
        return new Judgement(AnswerJson.Acknowledgement(order.AlgoId, order.ClientAlgoId), Order: order);
    }
}
