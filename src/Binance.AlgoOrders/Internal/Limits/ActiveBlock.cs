using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>
/// Holds the longest block that was reported and has not ended. Every request reads it, so that reading takes no lock. The Redis package compiles this file
/// too.
/// </summary>
/// <param name="timeProvider">The source of the clocks.</param>
internal sealed class ActiveBlock(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private volatile Entry? _entry;

    /// <summary>Gets the block with the time that remains, or null if there is none.</summary>
    public RateLimitBlock? Current
    {
        get
        {
            if (_entry is { } entry && GetRemaining(entry) is var remaining && remaining > TimeSpan.Zero)
            {
                return entry.Block with { Remaining = remaining };
            }

            return null;
        }
    }

    /// <summary>Records a block. A shorter one does not end a longer one.</summary>
    /// <param name="block">The block.</param>
    /// <param name="tolerance">The time by which it must be longer.</param>
    public void Report(RateLimitBlock block, TimeSpan tolerance = default)
    {
        var entry = new Entry(block, timeProvider.GetTimestamp(), timeProvider.GetUtcNow());
        lock (_lock)
        {
            if (Current is not { } current || block.Remaining > current.Remaining + tolerance)
            {
                _entry = entry;
            }
        }
    }

    // The monotonic clock of a machine that sleeps may stand still, and the wall clock may be set. The block is over when either says so.
    private TimeSpan GetRemaining(Entry entry)
    {
        TimeSpan elapsed = TimeMath.Max(timeProvider.GetElapsedTime(entry.Since), timeProvider.GetUtcNow() - entry.SinceUtc);
        return entry.Block.Remaining - elapsed;
    }

    private sealed record Entry(RateLimitBlock Block, long Since, DateTimeOffset SinceUtc);
}
