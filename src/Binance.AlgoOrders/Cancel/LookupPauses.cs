using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders;

/// <summary>Computes the pauses between lookups that show no trace of an order.</summary>
internal static class LookupPauses
{
    private const int MaxDoublings = 5;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns the pause before the next lookup. The last lookup begins exactly when the lag is over.</summary>
    /// <param name="lookups">The number of lookups without a trace.</param>
    /// <param name="restOfLag">The rest of the time for which Binance may not yet show the order.</param>
    /// <param name="backoff">The pause after that time.</param>
    public static TimeSpan WithoutTrace(int lookups, TimeSpan restOfLag, TimeSpan backoff)
    {
        if (restOfLag <= TimeSpan.Zero)
        {
            return backoff;
        }

        return TimeMath.Min(First * (1 << Math.Min(lookups - 1, MaxDoublings)), restOfLag);
    }
}
