namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>The pauses between attempts: 200, 400, 800, at most 1,600 ms, each shortened by up to a quarter so that many callers spread.</summary>
internal static class Backoff
{
    private const int FirstMilliseconds = 200;
    private const int MaxDoublings = 3;

    /// <summary>The pause before a repetition; 0 is the first.</summary>
    public static TimeSpan Before(int repetition)
    {
        double milliseconds = FirstMilliseconds << Math.Min(repetition, MaxDoublings);
        return TimeSpan.FromMilliseconds(milliseconds * (1 - (Random.Shared.NextDouble() / 4)));
    }
}
