using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Looks up whether the current order of a replacement is live, without touching it.</summary>
internal static class CurrentOrderLookup
{
    /// <summary>Returns the outcome that a cancel would have, if the order was not canceled by it.</summary>
    public static async Task<CancelAlgoOrderOutcome> RunAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id, string symbol)
    {
        if (id is AlgoOrderId.ByAlgoId algoId)
        {
            var confirmation = new OrderConfirmation(pipeline, call, algoId, symbol);
            await confirmation.RunAsync().ConfigureAwait(false);
            return OutcomeOf(confirmation, call);
        }

        // Ids are unique among open orders, but a query may show an older order of the same client id.
        LookupResult open = await OrderLookup.FindOpenAsync(pipeline, call, id, symbol).ConfigureAwait(false);
        return open switch
        {
            LookupResult.Found found => new CancelAlgoOrderOutcome.StillOpen(found.Order, LastError: null),
            LookupResult.Failed failed => NotSeen(failed.Attempt, call),
            _ => NotSeen(failure: null, call),
        };
    }

    private static CancelAlgoOrderOutcome OutcomeOf(OrderConfirmation confirmation, CallContext call) => confirmation switch
    {
        { IsOpen: true, LastSeen: { } order } => new CancelAlgoOrderOutcome.StillOpen(order, LastError: null),
        { LastSeen: { Status.Known: AlgoOrderStatus.Canceled } order } =>
            new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, Acknowledgement: null, order),
        { LastSeen: { Status.Known: AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired } order } => new CancelAlgoOrderOutcome.Ended(order),
        { LastSeen: { Status.Known: AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished } order } =>
            new CancelAlgoOrderOutcome.Triggered(order),
        _ => NotSeen(confirmation.LastFailure, call),
    };

    private static CancelAlgoOrderOutcome.Unknown NotSeen(Attempt? failure, CallContext call) =>
        new(new TimeoutException("No lookup has shown the current order.", failure?.ToException(call)), LastSeen: null);
}
