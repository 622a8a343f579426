using Binance.AlgoOrders.Testing.Internal;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// A clock that stands still until a test moves it. The wall clock (<see cref="GetUtcNow"/>) and the monotonic clock
/// (<see cref="GetTimestamp"/> and all timers) can be moved apart, as on a machine whose date is corrected while it runs. Thread-safe.
/// </summary>
public sealed partial class ManualTimeProvider : TimeProvider
{
    private readonly Gate _gate = new();
    private readonly ManualTimerQueue _queue = new();
    private DateTimeOffset _wallClock;

    // Not zero, so that code which takes timestamp 0 for "never" fails here as it would on a machine that just booted.
    private TimeSpan _uptime = TimeSpan.FromHours(1);

    /// <summary>Starts at 2026-03-02 12:00:00 UTC, a Monday.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts the wall clock at <paramref name="start"/>.</summary>
    /// <param name="start">The first answer of <see cref="GetUtcNow"/>; its offset is turned into UTC.</param>
    public ManualTimeProvider(DateTimeOffset start) => _wallClock = start.ToUniversalTime();

    /// <summary>UTC, whatever the machine's zone is.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>10,000,000: one tick of <see cref="GetTimestamp"/> is 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait to fire; a timer that fired once or was stopped does not count, a periodic one does.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>How far the clock is from the next timer, zero when it is overdue, <see langword="null"/> when no timer waits.</summary>
    public TimeSpan? NextTimerIn
    {
        get
        {
            lock (_gate)
            {
                return _queue.First?.DueAt is not { } due ? null : due > _uptime ? due - _uptime : TimeSpan.Zero;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wallClock;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _uptime.Ticks;
        }
    }

    /// <summary>
    /// Arms a timer that fires on the thread that calls <see cref="Advance"/>, outside of any lock. One that is due after zero time fires with the
    /// next <see cref="Advance"/>, be it by zero.
    /// </summary>
    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves both clocks forward and fires the timers that fall due on the way, in order, each at its own instant. Timers that a callback arms
    /// fire too when they are due within the same step.
    /// </summary>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative: time does not run backwards, only a wall clock is set back.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan target;
        lock (_gate)
        {
            target = _uptime + by;
        }

        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Advances to the instant of the next timer and fires all that is due then; does nothing when no timer waits.</summary>
    /// <returns>Whether a timer was waiting.</returns>
    public bool AdvanceToNextTimer()
    {
        if (NextTimerIn is not { } wait)
        {
            return false;
        }

        Advance(wait);
        return true;
    }

    /// <summary>
    /// Sets the wall clock forward or, when negative, back, as a time server or a user would. The monotonic clock and the timers stay
    /// where they are.
    /// </summary>
    /// <param name="by">Added to <see cref="GetUtcNow"/>.</param>
    public void StepWallClock(TimeSpan by)
    {
        lock (_gate)
        {
            _wallClock += by;
        }
    }

    internal bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            _queue.Remove(timer);
            timer.Period = period > TimeSpan.Zero ? period : null;
            if (dueTime >= TimeSpan.Zero)
            {
                _queue.Add(timer, _uptime + dueTime);
            }

            return true;
        }
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _queue.Remove(timer);
        }
    }

    private ManualTimer? TakeDue(TimeSpan target)
    {
        lock (_gate)
        {
            ManualTimer? next = _queue.First;
            if (next is null || next.DueAt > target)
            {
                MoveTo(target);
                return null;
            }

            MoveTo(next.DueAt);
            _queue.Remove(next);
            if (next.Period is { } period)
            {
                _queue.Add(next, next.DueAt + period);
            }

            return next;
        }
    }

    // A callback, or another thread, may have advanced beyond the target already.
    private void MoveTo(TimeSpan uptime)
    {
        if (uptime > _uptime)
        {
            _wallClock += uptime - _uptime;
            _uptime = uptime;
        }
    }
}
