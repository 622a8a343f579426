using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Looks up an order until its state is certain. The open orders of its symbol are read first: they do not lag behind a change, while the query may.
/// Every claim follows from one response.
/// </summary>
/// <param name="pipeline">The pipeline.</param>
/// <param name="call">The call, which ends the lookups.</param>
/// <param name="algoId">The id of the order.</param>
/// <param name="symbol">The contract of the order.</param>
internal sealed class OrderConfirmation(RequestPipeline pipeline, CallContext call, AlgoOrderId.ByAlgoId algoId, string symbol)
{
    private const int MinAbsences = 2;

    private TimeSpan? _absentSince;
    private int _absences;

    /// <summary>Gets or sets the order as it was last seen, or null if it was never seen.</summary>
    public AlgoOrder? LastSeen { get; set; }

    /// <summary>Gets the lookup that failed last, or null if the last one did not.</summary>
    public Attempt? LastFailure { get; private set; }

    /// <summary>True if the last list of open orders contained the order.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True if the order has triggered or ended.</summary>
    public bool HasLeft => LastSeen?.Status.Known is not (null or AlgoOrderStatus.New or AlgoOrderStatus.Triggering);

    /// <summary>True if Binance showed no trace of the order for VisibilityLag.</summary>
    public bool IsLost => _absences >= MinAbsences && call.Elapsed - _absentSince >= pipeline.Times.VisibilityLag;

    /// <summary>True if no later lookup of the call can succeed after one that failed.</summary>
    public static bool IsFinal(AttemptFacts failure, CallContext call) => call.IsOver || failure.IsPermanent || failure.BlockedFor >= call.Remaining;

    /// <summary>Looks the order up until it is open, has left the open orders or is lost, or until the call ends.</summary>
    public async Task RunAsync()
    {
        for (int round = 0; !HasLeft; round++)
        {
            if (await IsOpenAsync().ConfigureAwait(false) || HasLeft || IsFinal())
            {
                return;
            }

            await call.WaitAsync(call.GetBackoff(round)).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsOpenAsync()
    {
        TimeSpan at = call.Elapsed;
        LookupResult list = await OrderLookup.FindOpenAsync(pipeline, call, algoId, symbol).ConfigureAwait(false);
        if (list is LookupResult.Found { Order: { Status.Known: AlgoOrderStatus.New } open })
        {
            (LastSeen, IsOpen) = (open, true);
            return true;
        }

        LookupResult query = await OrderLookup.QueryAsync(pipeline, call, algoId).ConfigureAwait(false);
        pipeline.Log.LookedUp(algoId, query);
        LastFailure = (query as LookupResult.Failed ?? list as LookupResult.Failed)?.Attempt;
        switch (query)
        {
            case LookupResult.Found found:
                (LastSeen, _absentSince, _absences) = (found.Order, null, 0);
                break;
            case LookupResult.NotFound when list is LookupResult.NotFound:
                (_absentSince, _absences) = (_absentSince ?? at, _absences + 1);
                break;
        }

        return false;
    }

    private bool IsFinal() => call.IsOver || IsLost || (LastFailure is { } failure && IsFinal(AttemptFacts.Of(failure), call));
}
