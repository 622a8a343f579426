using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Cancels the open orders of a symbol.</summary>
internal static class CancelAllOrders
{
    public static ProcessingResult Execute(EndpointCall call)
    {
        if (call.Symbols.Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        // A copy, because a canceled order leaves the list.
        foreach (SimulatedOrder order in call.Orders.Live.Where(order => IsIncluded(order, call)).ToArray())
        {
            order.Cancel();
        }

        return new ProcessingResult(ResponseJson.Message(200, "The operation of cancel all open order is done."));
    }

    private static bool IsIncluded(SimulatedOrder order, EndpointCall call) =>
        order.Status == SimulatedOrderStatus.New && order.VisibleFrom <= call.Now && order.Symbol == call.Parameters["symbol"];
}
