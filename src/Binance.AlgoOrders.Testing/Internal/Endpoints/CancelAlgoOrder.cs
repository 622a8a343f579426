using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class CancelAlgoOrder(SimulatedMarket market) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.Cancel;

    public SimulatedMarket Market => market;

    public string Method => "DELETE";

    public string Name => "algoOrder";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["algoId", "clientAlgoId"];

    public int WeightOf(RequestParameters parameters) => 1;

    public Judgement Execute(EndpointCall call) => OrderIdRule.Resolve(
        call,
        Refusal.UnknownOrderSent,
        static order => order.Status == SimulatedOrderStatus.New ? null : $"The order is {WireNames.Of(order.Status)}.",
        static order =>
        {
            order.Cancel();
            return AnswerJson.Acknowledgement(order.AlgoId, order.ClientAlgoId);
        });
}
