using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>Places an order and looks for it in the open orders, because an order that Binance has accepted may be lost seconds later.</summary>
internal static class EnsurePlacedProcedure
{
    public static async Task<PlaceAlgoOrderOutcome> RunAsync(RequestPipeline pipeline, CallContext call, NewAlgoOrder order)
    {
        PlaceAlgoOrderOutcome outcome = await PlaceAsync(pipeline, call, order).ConfigureAwait(false);
        return outcome with { MayExecuteUntil = call.MayExecuteUntil };
    }

    private static async Task<PlaceAlgoOrderOutcome> PlaceAsync(RequestPipeline pipeline, CallContext call, NewAlgoOrder order)
    {
        AlgoOrder placed;
        try
        {
            placed = await PlaceAlgoOrderProcedure.PlaceAsync(pipeline, call, order).ConfigureAwait(false);
        }
        catch (AlgoOrderException failure) when (failure.Execution == ExecutionStatus.NotExecuted)
        {
            return new PlaceAlgoOrderOutcome.Refused(failure);
        }
        catch (AlgoOrderException failure)
        {
            return new PlaceAlgoOrderOutcome.Unknown(failure, LastSeen: null);
        }

        var id = new AlgoOrderId.ByAlgoId(placed.AlgoId);
        var confirmation = new OrderConfirmation(pipeline, call, id, order.Symbol) { LastSeen = placed };
        await confirmation.RunAsync().ConfigureAwait(false);
        return CreateOutcome(confirmation, order, call);
    }

    private static PlaceAlgoOrderOutcome CreateOutcome(OrderConfirmation confirmation, NewAlgoOrder order, CallContext call)
    {
        AlgoOrder seen = confirmation.LastSeen!;
        return seen.Status.Known switch
        {
            AlgoOrderStatus.New when confirmation.IsOpen => new PlaceAlgoOrderOutcome.Resting(seen),
            AlgoOrderStatus.Canceled or AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired => new PlaceAlgoOrderOutcome.Ended(seen),
            AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished => new PlaceAlgoOrderOutcome.Triggered(seen),
            _ => new PlaceAlgoOrderOutcome.Unknown(CreateError(confirmation, order, call), seen),
        };
    }

    private static TimeoutException CreateError(OrderConfirmation confirmation, NewAlgoOrder order, CallContext call)
    {
        string message = $"Binance accepted the order {order.ClientAlgoId}, but its open orders of {order.Symbol} did not contain it afterwards. It may be lost.";
        return new TimeoutException(message, confirmation.LastFailure?.ToException(call));
    }
}
