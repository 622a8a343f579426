using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Looks up the current order of a replacement without touching it.</summary>
internal static class CurrentOrderLookup
{
    /// <summary>Returns the order if the open orders contain it. Its terms decide about the sequence.</summary>
    public static async Task<AlgoOrder?> FindOpenAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id, string symbol)
    {
        for (int round = 0; ; round++)
        {
            LookupResult open = await OrderLookup.FindOpenAsync(pipeline, call, id, symbol).ConfigureAwait(false);
            if (open is not LookupResult.Failed { Attempt: var failed } || OrderConfirmation.IsFinal(AttemptFacts.Of(failed), call))
            {
                return (open as LookupResult.Found)?.Order;
            }

            await call.WaitAsync(call.GetBackoff(round)).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the outcome that a cancel would have, if the order was not canceled by it.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="call">The call.</param>
    /// <param name="request">The request that would cancel the order.</param>
    /// <param name="symbol">The contract of the order.</param>
    public static async Task<CancelAlgoOrderOutcome> RunAsync(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request, string symbol)
    {
        if (request.Id is AlgoOrderId.ByAlgoId algoId)
        {
            var confirmation = new OrderConfirmation(pipeline, call, algoId, symbol);
            await confirmation.RunAsync().ConfigureAwait(false);
            return OutcomeOf(confirmation, call, request.Order);
        }

        // Ids are unique among open orders, but a query may show an older order of the same client id.
        LookupResult open = await OrderLookup.FindOpenAsync(pipeline, call, request.Id, symbol).ConfigureAwait(false);
        return open switch
        {
            LookupResult.Found found => new CancelAlgoOrderOutcome.StillOpen(found.Order, LastError: null),
            LookupResult.Failed failed => NotSeen(failed.Attempt, call),
            _ => NotSeen(failure: null, call),
        };
    }

    private static CancelAlgoOrderOutcome OutcomeOf(OrderConfirmation confirmation, CallContext call, AlgoOrder? known) => confirmation switch
    {
        { IsOpen: true, LastSeen: { } order } => new CancelAlgoOrderOutcome.StillOpen(order, LastError: null),
        { LastSeen: { Status.Known: AlgoOrderStatus.Canceled } order } =>
            new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, Acknowledgement: null, order),
        { LastSeen: { Status.Known: AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired } order } => new CancelAlgoOrderOutcome.Ended(order),
        { LastSeen: { Status.Known: AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished } order } =>
            new CancelAlgoOrderOutcome.Triggered(order),

        // Binance contradicts itself if it no longer shows an order that was live.
        { IsLost: true } when known?.Status != AlgoOrderStatus.New => new CancelAlgoOrderOutcome.NotFound(AbsentFromOpenOrders: true),
        _ => NotSeen(confirmation.LastFailure, call),
    };

    private static CancelAlgoOrderOutcome.Unknown NotSeen(Attempt? failure, CallContext call) =>
        new(new TimeoutException("No lookup has shown the current order.", failure?.ToException(call)), LastSeen: null);
}
