namespace Binance.AlgoOrders.Testing.Internal.Time;

/// <summary>A monotonic clock that stands still until it is advanced, and the timers that wait on it. Thread-safe.</summary>
/// <remarks>
/// FakeTimeProvider cannot replace it, because that class fires timers at the end of a step instead of at their own instants, and those of the same
/// instant in no fixed order.
/// </remarks>
internal sealed class ManualTimerQueue
{
    private readonly Lock _lock = new();

    // Of two timers that are due at the same instant, the one armed first fires first.
    private readonly SortedSet<ManualTimer> _waiting =
        new(Comparer<ManualTimer>.Create(static (x, y) => (x.DueAt, x.Arming).CompareTo((y.DueAt, y.Arming))));

    private long _lastArming;

    // Not zero, so that code that takes timestamp 0 for "never" fails here as it does on a machine that has just booted.
    private TimeSpan _uptime = TimeSpan.FromHours(1);

    public TimeSpan Uptime
    {
        get
        {
            lock (_lock)
            {
                return _uptime;
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Gets the time until the next timer is due, zero if it is overdue, or null if no timer waits.</summary>
    public TimeSpan? NextIn
    {
        get
        {
            lock (_lock)
            {
                TimeSpan? wait = _waiting.Min?.DueAt - _uptime;
                return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
            }
        }
    }

    /// <summary>Sets the due time and the period of a timer. Returns false if the timer is disposed.</summary>
    public bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            _waiting.Remove(timer);
            timer.Period = null;
            if (period > TimeSpan.Zero)
            {
                timer.Period = period;
            }

            if (dueTime >= TimeSpan.Zero)
            {
                Add(timer, _uptime + dueTime);
            }

            return true;
        }
    }

    public void Disarm(ManualTimer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            _waiting.Remove(timer);
        }
    }

    /// <summary>Moves the clock forward. Fires the timers that fall due, in order, each at its own instant, outside the lock.</summary>
    public void Advance(TimeSpan by)
    {
        TimeSpan target = Uptime + by;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    private ManualTimer? TakeDue(TimeSpan target)
    {
        lock (_lock)
        {
            if (_waiting.Min is not { } next || next.DueAt > target)
            {
                MoveTo(target);
                return null;
            }

            MoveTo(next.DueAt);
            _waiting.Remove(next);
            if (next.Period is { } period)
            {
                Add(next, next.DueAt + period);
            }

            return next;
        }
    }

    private void Add(ManualTimer timer, TimeSpan dueAt)
    {
        timer.DueAt = dueAt;
        timer.Arming = ++_lastArming;
        _waiting.Add(timer);
    }

    // A callback, or another thread, may have advanced beyond the target already.
    private void MoveTo(TimeSpan uptime)
    {
        if (uptime > _uptime)
        {
            _uptime = uptime;
        }
    }
}
