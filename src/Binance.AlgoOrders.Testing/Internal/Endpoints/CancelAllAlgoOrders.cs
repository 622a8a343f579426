using Binance.AlgoOrders.Testing.Internal.Rules;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

internal sealed class CancelAllAlgoOrders(SimulatedMarket market, SymbolRule symbols) : IEndpoint
{
    public SimulatedOperation Operation => SimulatedOperation.CancelAll;

    public SimulatedMarket Market => market;

    public string Method => "DELETE";

    public string Name => "algoOpenOrders";

    public bool IsSigned => true;

    public IReadOnlyList<string> ParameterNames { get; } = ["symbol"];

    public int WeightOf(RequestParameters parameters) => 1;

    public Judgement Execute(EndpointCall call)
    {
        if (symbols.Check(call.Parameters) is { } refusal)
        {
            return Judgement.Of(refusal);
        }

        // A copy: an order that is canceled leaves the list.
        foreach (SimulatedOrder order in call.Orders.Live.Where(order => IsMeant(order, call)).ToArray())
        {
            order.Cancel();
        }

        return new Judgement(AnswerJson.Message(200, "The operation of cancel all open order is done."));
    }

    private static bool IsMeant(SimulatedOrder order, EndpointCall call) =>
        order.Status == SimulatedOrderStatus.New
        && order.VisibleFrom <= call.Now
        && string.Equals(order.Symbol, call.Parameters["symbol"], StringComparison.Ordinal);
}
