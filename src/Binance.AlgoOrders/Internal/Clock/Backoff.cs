namespace Binance.AlgoOrders.Internal.Clock;

/// <summary>Computes the pauses between retries: 200, 400, 800 and at most 1,600 ms, each shortened by up to a quarter so that callers spread.</summary>
internal static class Backoff
{
    private const int FirstMilliseconds = 200;
    private const int MaxDoublings = 3;
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    /// <summary>Returns the pause before a retry.</summary>
    /// <param name="retry">The number of the retry. 0 is the first.</param>
    /// <param name="timestamp">A monotonic timestamp, which differs between callers. The same virtual time gives the same pause.</param>
    public static TimeSpan Before(int retry, long timestamp)
    {
        double milliseconds = FirstMilliseconds << Math.Min(retry, MaxDoublings);
        double share = ((unchecked((ulong)timestamp * GoldenRatio)) >> 40) / (double)(1 << 24);
        return TimeSpan.FromMilliseconds(milliseconds * (1 - (share / 4)));
    }
}
