using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>
/// Counts what is used of one limit in the current window of Binance's clock. Binance's reports correct the count upwards, because other programs use the
/// same limit. Not thread-safe. The Redis package compiles this file too.
/// </summary>
/// <param name="length">The length of a window. Windows begin at whole multiples of it.</param>
internal sealed class UsageWindow(TimeSpan length)
{
    private long _window;

    /// <summary>Gets the number of the current window.</summary>
    public long Number => _window;

    /// <summary>Gets what is used in the current window.</summary>
    public int Used { get; private set; }

    /// <summary>Gets what may be counted in the next window, because it was used close to the end of this one.</summary>
    public int UsedInNext { get; private set; }

    /// <summary>Counts usage. Close to the end of a window it counts in the next window too, because it may be counted there.</summary>
    public void Consume(int amount, ServerTimeRange now)
    {
        RollOver(now);
        Used += amount;
        if (WindowOf(now.Latest) > _window)
        {
            UsedInNext += amount;
        }
    }

    /// <summary>Takes over a higher usage that Binance reports, if the report is certainly of the current window.</summary>
    public void Report(int reported, ServerTimeRange counted)
    {
        if (IsCurrent(counted))
        {
            Used = Math.Max(Used, reported);
        }
    }

    /// <summary>Returns true if a period is certainly within the current window.</summary>
    public bool IsCurrent(ServerTimeRange period)
    {
        RollOver(period);
        return WindowOf(period.Earliest) == _window && WindowOf(period.Latest) == _window;
    }

    /// <summary>Returns the time until the next window has certainly begun.</summary>
    public TimeSpan UntilNext(ServerTimeRange now)
    {
        RollOver(now);
        return new DateTimeOffset((_window + 1) * length.Ticks, TimeSpan.Zero) - now.Earliest;
    }

    /// <summary>Returns the time until it is certain which window it is, or zero if it is.</summary>
    public TimeSpan UntilCertain(ServerTimeRange now)
    {
        RollOver(now);
        return WindowOf(now.Latest) == _window ? TimeSpan.Zero : TimeMath.Max(UntilNext(now), TimeSpan.Zero);
    }

    // The next window begins as soon as it has certainly begun. A time of the window before comes from a concurrent request. An older one shows that the
    // clock was ahead and was corrected: what was counted stays counted.
    private void RollOver(ServerTimeRange now)
    {
        long steps = WindowOf(now.Earliest) - _window;
        if (steps is 0 or -1)
        {
            return;
        }

        Used = steps switch
        {
            1 => UsedInNext,
            < 0 => Used,
            _ => 0,
        };
        (_window, UsedInNext) = (_window + steps, 0);
    }

    private long WindowOf(DateTimeOffset time) => time.UtcTicks / length.Ticks;
}
