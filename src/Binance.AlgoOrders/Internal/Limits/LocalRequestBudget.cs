using System.Net;
using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>
/// Counts the weight that one client uses in the current minute of Binance's clock. Binance's reports correct the count upwards, because
/// other programs may share the address. Only bulk work waits for this budget.
/// </summary>
internal sealed class LocalRequestBudget(int limitPerMinute, TimeProvider timeProvider) : IRequestBudget
{
    private readonly Lock _lock = new();
    private readonly int _bulkLimit = (int)(limitPerMinute * BinanceLimits.BulkShare);
    private long _minute;
    private int _used;
    private volatile Pause? _pause;

    public RateLimitBlock? Block
    {
        get
        {
            if (_pause is { } pause && GetRemaining(pause) is var remaining && remaining > TimeSpan.Zero)
            {
                return new RateLimitBlock(pause.StatusCode, remaining);
            }

            return null;
        }
    }

    public TimeSpan GetDelay(RequestCost cost, DateTimeOffset now)
    {
        if (cost.Priority != RequestPriority.Bulk)
        {
            return TimeSpan.Zero;
        }

        lock (_lock)
        {
            TimeSpan sinceStart = RollOver(now);
            TimeSpan start = BinanceLimits.WindowStartMargin;
            if (_used + cost.Weight > _bulkLimit)
            {
                start += TimeSpan.FromMinutes(1);
            }

            return TimeMath.Max(start - sinceStart, TimeSpan.Zero);
        }
    }

    public void Consume(RequestCost cost, DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            _used += cost.Weight;
        }
    }

    public void Report(RequestUsage usage, DateTimeOffset sentAt)
    {
        lock (_lock)
        {
            // The response to a request of the last minute may report that minute.
            if (sentAt.UtcTicks / TimeSpan.TicksPerMinute == _minute && usage.UsedWeight1Minute is { } reported)
            {
                _used = Math.Max(_used, Math.Min(reported, limitPerMinute));
            }
        }
    }

    public void ReportBlock(RateLimitBlock block)
    {
        var pause = new Pause(block.StatusCode, timeProvider.GetTimestamp(), block.Remaining);
        lock (_lock)
        {
            if (_pause is null || GetRemaining(pause) > GetRemaining(_pause))
            {
                _pause = pause;
            }
        }
    }

    private TimeSpan GetRemaining(Pause pause) => pause.Duration - timeProvider.GetElapsedTime(pause.Since);

    // Returns the time since the start of the minute.
    private TimeSpan RollOver(DateTimeOffset now)
    {
        (long minute, long ticks) = Math.DivRem(now.UtcTicks, TimeSpan.TicksPerMinute);
        if (minute != _minute)
        {
            (_minute, _used) = (minute, 0);
        }

        return TimeSpan.FromTicks(ticks);
    }

    private sealed record Pause(HttpStatusCode StatusCode, long Since, TimeSpan Duration);
}
