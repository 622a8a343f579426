namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>The pauses between attempts: 200, 400, 800, at most 1,600 ms, each shortened by up to a quarter so that many callers spread.</summary>
internal static class Backoff
{
    private const int FirstMilliseconds = 200;
    private const int MaxDoublings = 3;
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    /// <summary>The pause before a repetition.</summary>
    /// <param name="repetition">0 is the first.</param>
    /// <param name="moment">A monotonic timestamp. No two callers share one, and in virtual time the same run spreads the same way again.</param>
    public static TimeSpan Before(int repetition, long moment)
    {
        double milliseconds = FirstMilliseconds << Math.Min(repetition, MaxDoublings);
        double share = ((unchecked((ulong)moment * GoldenRatio)) >> 40) / (double)(1 << 24);
        return TimeSpan.FromMilliseconds(milliseconds * (1 - (share / 4)));
    }
}
