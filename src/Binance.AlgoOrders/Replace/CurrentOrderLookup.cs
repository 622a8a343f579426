using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>Looks for the current order of a replacement.</summary>
internal static class CurrentOrderLookup
{
    /// <summary>Returns the order if the open orders contain it. Its terms decide about the sequence.</summary>
    public static async Task<AlgoOrder?> FindOpenAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id, string symbol)
    {
        for (int round = 0; ; round++)
        {
            LookupResult open = await OrderLookup.FindOpenAsync(pipeline, call, id, symbol).ConfigureAwait(false);
            if (open is not LookupResult.Failed { Attempt: var failed } || IsFinal(AttemptFacts.Of(failed), call))
            {
                return (open as LookupResult.Found)?.Order;
            }

            await call.WaitAsync(call.GetBackoff(round)).ConfigureAwait(false);
        }
    }

    private static bool IsFinal(AttemptFacts failure, CallContext call) => call.IsOver || failure.IsPermanent || failure.BlockedFor >= call.Remaining;
}
