using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Cancels the open orders of a symbol.</summary>
internal static class CancelAllOrders
{
    private static readonly ErrorResponse BatchCancelFailure = new(400, -2012, "Batch cancel failure.");

    public static ProcessingResult Execute(EndpointCall call)
    {
        if (call.Symbols.Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        // A copy, because a canceled order leaves the list.
        SimulatedOrder[] included = [.. call.Orders.Live.Where(order => IsIncluded(order, call)).Take(call.Deviation.MaxCanceled ?? int.MaxValue)];
        foreach (SimulatedOrder order in included)
        {
            order.Cancel();
        }

        return ResultOf(call, included) with { CanceledOrders = included };
    }

    private static ProcessingResult ResultOf(EndpointCall call, SimulatedOrder[] canceled)
    {
        if (call.Deviation.MaxCanceled is not null)
        {
            return ProcessingResult.Rejected(BatchCancelFailure with { Detail = $"{canceled.Length} of the orders were canceled." });
        }

        if (canceled.Length == 0 && call.EmptyCancelAllErrorCode is { } code)
        {
            ErrorResponse error = code == BatchCancelFailure.ErrorCode ? BatchCancelFailure : ErrorResponse.UnknownOrderSent with { ErrorCode = code };
            return ProcessingResult.Rejected(error with { Detail = "No open order of the symbol was found." });
        }

        return new ProcessingResult(ResponseJson.Message(200, "The operation of cancel all open order is done."));
    }

    private static bool IsIncluded(SimulatedOrder order, EndpointCall call) =>
        order.Status == SimulatedOrderStatus.New && order.CancelableFrom <= call.Now && order.Symbol == call.Parameters["symbol"];
}
