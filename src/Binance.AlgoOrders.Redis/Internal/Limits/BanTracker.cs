using System.Net;
using Binance.AlgoOrders.Internal.Limits;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Tracks the longest ban that this process or another one has received. Every request reads it, so reading takes no lock.</summary>
internal sealed class BanTracker(TimeProvider timeProvider)
{
    // Messages take time, so a difference below this is the same ban. Without a tolerance two processes would extend a ban by sending it back and forth.
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private volatile Block? _block;

    public RateLimitBlock? Current
    {
        get
        {
            if (_block is { } block && GetRemaining(block) is var remaining && remaining > TimeSpan.Zero)
            {
                return new RateLimitBlock(block.StatusCode, remaining);
            }

            return null;
        }
    }

    /// <summary>Applies a ban that Binance reported to this process.</summary>
    public void Track(RateLimitBlock ban) => Track(ban, TimeSpan.Zero);

    /// <summary>Applies a ban that another process has shared. Values that no ban can have are ignored.</summary>
    public void TrackShared(int statusCode, long remainingMilliseconds)
    {
        if (statusCode is >= 400 and <= 599 && remainingMilliseconds > 0)
        {
            long milliseconds = Math.Min(remainingMilliseconds, (long)BinanceLimits.LongestBan.TotalMilliseconds);
            Track(new RateLimitBlock((HttpStatusCode)statusCode, TimeSpan.FromMilliseconds(milliseconds)), Tolerance);
        }
    }

    private void Track(RateLimitBlock ban, TimeSpan tolerance)
    {
        var block = new Block(ban.StatusCode, timeProvider.GetTimestamp(), ban.Remaining);
        lock (_lock)
        {
            if (_block is null || GetRemaining(_block) <= TimeSpan.Zero || ban.Remaining > GetRemaining(_block) + tolerance)
            {
                _block = block;
            }
        }
    }

    private TimeSpan GetRemaining(Block block) => block.Duration - timeProvider.GetElapsedTime(block.Since);

    private sealed record Block(HttpStatusCode StatusCode, long Since, TimeSpan Duration);
}
