using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Lists the ordinary orders on the order book, and cancels those of a symbol.</summary>
internal static class OpenOrdinaryOrders
{
    public static ProcessingResult List(EndpointCall call)
    {
        IEnumerable<SimulatedOrdinaryOrder> open = call.OrdinaryOrders.Open.Where(order => call.Parameters["symbol"] is not { } symbol || order.Terms.Symbol == symbol);
        return new ProcessingResult(ResponseJson.Array(OrdinaryOrderJson.Write, open));
    }

    public static ProcessingResult CancelAll(EndpointCall call)
    {
        if (call.Symbols.Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        // A copy, because a canceled order leaves the list.
        foreach (SimulatedOrdinaryOrder order in call.OrdinaryOrders.Open.Where(order => order.Terms.Symbol == call.Parameters["symbol"]).ToArray())
        {
            order.Cancel();
        }

        return new ProcessingResult(ResponseJson.Message(200, "The operation of cancel all open order is done."));
    }
}
