using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>Places an order and looks for it in the open orders, because an order that Binance has accepted may be lost seconds later.</summary>
internal static class EnsurePlacedProcedure
{
    // An order that Binance has acknowledged may be slower to appear than VisibilityLag.
    private const int MaxConfirmations = 2;

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

        return await ConfirmAsync(pipeline, call, order, placed).ConfigureAwait(false);
    }

    private static async Task<PlaceAlgoOrderOutcome> ConfirmAsync(RequestPipeline pipeline, CallContext call, NewAlgoOrder order, AlgoOrder placed)
    {
        CancelAlgoOrderRequest lookup = CancelAlgoOrderRequest.ByAlgoId(placed.AlgoId) with { Symbol = order.Symbol, Mode = CancelMode.LookUpOnly };
        try
        {
            CancelAlgoOrderOutcome confirmation;
            int confirmations = 0;
            do
            {
                confirmation = await EnsureCanceledProcedure.RunAsync(pipeline, call.StartPart(reserved: TimeSpan.Zero), lookup).ConfigureAwait(false);
            }
            while (confirmation is CancelAlgoOrderOutcome.NotFound && ++confirmations < MaxConfirmations);

            return CreateOutcome(confirmation, order, placed);
        }
        catch (AlgoOrderException failure)
        {
            return new PlaceAlgoOrderOutcome.Unknown(CreateError(order, failure), placed);
        }
    }

    private static PlaceAlgoOrderOutcome CreateOutcome(CancelAlgoOrderOutcome confirmation, NewAlgoOrder order, AlgoOrder placed) => confirmation switch
    {
        CancelAlgoOrderOutcome.StillOpen open => new PlaceAlgoOrderOutcome.Resting(open.Order),
        CancelAlgoOrderOutcome.Triggered triggered => new PlaceAlgoOrderOutcome.Triggered(triggered.Order),
        CancelAlgoOrderOutcome.Canceled { Order: { } canceled } => new PlaceAlgoOrderOutcome.Ended(canceled),
        CancelAlgoOrderOutcome.Ended ended => new PlaceAlgoOrderOutcome.Ended(ended.Order),
        CancelAlgoOrderOutcome.Unknown unknown => new PlaceAlgoOrderOutcome.Unknown(CreateError(order, unknown.LastError), unknown.LastSeen ?? placed),
        _ => new PlaceAlgoOrderOutcome.Unknown(CreateError(order, cause: null), placed),
    };

    private static TimeoutException CreateError(NewAlgoOrder order, Exception? cause)
    {
        string message = $"Binance accepted the order {order.ClientAlgoId}, but its open orders of {order.Symbol} did not contain it afterwards. It may be lost.";
        return new TimeoutException(message, cause);
    }
}
