using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>
/// The pauses between connections: 0.5, 1, 2 … and at most 30 seconds, each shortened by up to a half, so that programs spread. A connection costs a weight
/// of 46: the handshake 5, the listen key 1, the snapshot 40. So at most 7 fit into a minute, which are 14 percent of Binance's limit.
/// </summary>
internal sealed class ReconnectDelays(TimeProvider timeProvider)
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private const int MaxDoublings = 6;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A connection that lasts as long was no failure.
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(1);

    private int _failures;

    /// <summary>Returns the pause before the next connection.</summary>
    /// <param name="lasted">The time for which the last connection was open.</param>
    /// <param name="blockedFor">The time for which the client sends nothing, or null.</param>
    public TimeSpan Next(TimeSpan lasted, TimeSpan? blockedFor)
    {
        if (lasted >= Stable)
        {
            _failures = 0;
        }

        TimeSpan pause = TimeMath.Min(First * (1 << Math.Min(_failures, MaxDoublings)), Longest);
        _failures++;
        double share = (unchecked((ulong)timeProvider.GetTimestamp() * GoldenRatio) >> 40) / (double)(1 << 24);
        return TimeMath.Max(pause * (1 - (share / 2)), blockedFor ?? TimeSpan.Zero);
    }
}
