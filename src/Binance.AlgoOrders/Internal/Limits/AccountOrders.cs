using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Counts the orders that one account places in the current 10 seconds and in the current minute. Thread-safe.</summary>
internal sealed class AccountOrders(OrderLimits limits, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly UsageWindow _tenSeconds = new(BinanceLimits.TenSeconds);
    private readonly UsageWindow _minute = new(BinanceLimits.Minute);
    private readonly ActiveBlock _block = new(timeProvider);

    public RateLimitBlock? Block => _block.Current;

    /// <summary>Counts an order and returns zero, or returns the time until the account may place one.</summary>
    public TimeSpan TryConsume(ServerTimeRange now)
    {
        lock (_lock)
        {
            TimeSpan delay = TimeMath.Max(GetDelay(_tenSeconds, limits.TenSeconds, now), GetDelay(_minute, limits.Minute, now));
            if (delay == TimeSpan.Zero)
            {
                _tenSeconds.Consume(1, now);
                _minute.Consume(1, now);
            }

            return delay;
        }
    }

    public void Report(RequestUsage usage, ServerTimeRange counted)
    {
        lock (_lock)
        {
            _tenSeconds.Report(usage.OrderCount10Seconds ?? 0, counted);
            _minute.Report(usage.OrderCount1Minute ?? 0, counted);
        }
    }

    public void ReportBlock(RateLimitBlock block) => _block.Report(block);

    private static TimeSpan GetDelay(UsageWindow window, int limit, ServerTimeRange now)
    {
        // Rolls the window over before it is read.
        TimeSpan untilNext = window.UntilNext(now);
        if (window.Used < limit)
        {
            return TimeSpan.Zero;
        }

        return untilNext;
    }
}

/// <summary>The numbers of new orders that Binance allows an account.</summary>
/// <param name="TenSeconds">The number in 10 seconds.</param>
/// <param name="Minute">The number in a minute.</param>
internal readonly record struct OrderLimits(int TenSeconds, int Minute);
