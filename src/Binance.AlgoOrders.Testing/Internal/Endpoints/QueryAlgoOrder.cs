using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class QueryAlgoOrder : IEndpoint
{
    private static readonly TimeSpan KeptWhenEndedUnfilled = TimeSpan.FromDays(3);
    private static readonly TimeSpan KeptAtAll = TimeSpan.FromDays(90);

    public string Method => "GET";

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
        if (order is null || IsForgotten(order, call.Now))
        {
            string why = order is null
                ? "This account has no such order, or it is not to be seen yet."
                : $"An order that is {WireNames.Of(order.Status)} is not kept this long.";
            return Judgement.Of(Refusal.OrderDoesNotExist with { Why = why }, order);
        }

        return new Judgement(AnswerJson.Write(json => OrderJson.WriteQueried(json, order)), Order: order);
    }

    // A cancelled or expired order of this exchange never has a fill: only a triggered one can have, and that one finishes.
    private static bool IsForgotten(SimulatedOrder order, DateTimeOffset now)
    {
        TimeSpan age = now - order.CreatedAt;
        return age > KeptAtAll || (age > KeptWhenEndedUnfilled && order.Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired);
    }
}
