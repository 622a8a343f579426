using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// What one client has spent of the address's weight in the current minute of Binance's clock: counted here for every request, and
/// corrected upwards by what Binance reports, since others may share the address. Only bulk work waits for it.
/// </summary>
internal sealed class WeightBudget(ServerClock clock, int limitPerMinute)
{
    // The rest is for single cancels and for finding out what became of a bulk's orders.
    private const double ShareOfBulk = 0.96;

    // A minute begins a little later here than there, so that a clock that is a little fast does not spend the minute before.
    private static readonly TimeSpan LateStart = TimeSpan.FromMilliseconds(250);

    private readonly Gate _turn = new();
    private readonly int _limitOfBulk = (int)(limitPerMinute * ShareOfBulk);
    private long _minute;
    private int _used;

    /// <summary>Counts a request that is about to be sent.</summary>
    /// <returns>The minute that it is counted in, for <see cref="Correct"/>.</returns>
    public long Spend(int weight)
    {
        lock (_turn)
        {
            TurnTheMinute();
            _used += weight;
            return _minute;
        }
    }

    /// <summary>Takes note of what Binance reported in the answer to a request of a minute.</summary>
    public void Correct(long minute, int reported)
    {
        lock (_turn)
        {
            // The answer to a request of the last minute may still speak of that one.
            if (minute == _minute)
            {
                _used = Math.Max(_used, Math.Min(reported, limitPerMinute));
            }
        }
    }

    /// <summary>How long bulk work has to wait before it may send a request of this weight; zero: it may.</summary>
    public TimeSpan TimeUntilBulkMaySend(int weight)
    {
        lock (_turn)
        {
            TimeSpan intoTheMinute = TurnTheMinute();
            TimeSpan wait = _used + weight <= _limitOfBulk ? LateStart - intoTheMinute : TimeSpan.FromMinutes(1) + LateStart - intoTheMinute;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    private TimeSpan TurnTheMinute()
    {
        (long minute, long ticks) = Math.DivRem(clock.UtcNow.UtcTicks, TimeSpan.TicksPerMinute);
        if (minute != _minute)
        {
            (_minute, _used) = (minute, 0);
        }

        return TimeSpan.FromTicks(ticks);
    }
}
