using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// A clock that stands still until a test moves it. The wall clock (<see cref="GetUtcNow"/>) can be moved apart from the monotonic clock
/// (<see cref="GetTimestamp"/> and all timers), as on a machine whose date is corrected while it runs. Thread-safe.
/// </summary>
public sealed partial class ManualTimeProvider : TimeProvider
{
    private readonly ManualTimerQueue _timers = new();

    // The wall clock at uptime zero, in ticks of UTC.
    private long _wallClockAtBoot;

    /// <summary>Creates a clock that starts at 2026-03-02 12:00:00 UTC, a Monday.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock whose wall clock starts at <paramref name="start"/>.</summary>
    /// <param name="start">The first result of <see cref="GetUtcNow"/>, converted to UTC.</param>
    public ManualTimeProvider(DateTimeOffset start) => _wallClockAtBoot = start.UtcTicks - _timers.Uptime.Ticks;

    /// <summary>Gets UTC, whatever the machine's time zone is.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Gets 10,000,000: one tick of <see cref="GetTimestamp"/> is 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets the number of timers that wait to fire. Periodic timers count, timers that were stopped or have fired once do not.</summary>
    public int ActiveTimers => _timers.Count;

    /// <summary>Gets the time until the next timer is due, zero if it is overdue, or <see langword="null"/> if no timer waits.</summary>
    public TimeSpan? NextTimerIn => _timers.NextIn;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _wallClockAtBoot) + _timers.Uptime.Ticks, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => _timers.Uptime.Ticks;

    /// <summary>
    /// Creates a timer that fires on the thread that calls <see cref="Advance"/>, outside any lock. A timer that is due immediately fires at the
    /// next <see cref="Advance"/>, even by zero.
    /// </summary>
    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(_timers, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves both clocks forward and fires the timers that fall due, in order, each at its own instant. Timers that a callback arms fire too if
    /// they are due within the same step.
    /// </summary>
    /// <param name="by">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative. Only a wall clock can be set back.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        _timers.Advance(by);
    }

    /// <summary>Advances to the instant of the next timer and fires all timers that are due then. Does nothing if no timer waits.</summary>
    /// <returns><see langword="true"/> if a timer was waiting.</returns>
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
    /// Sets the wall clock forward or, if negative, back, as a time server or a user does. The monotonic clock and the timers do not change.
    /// </summary>
    /// <param name="by">The time that is added to <see cref="GetUtcNow"/>.</param>
    public void StepWallClock(TimeSpan by) => Interlocked.Add(ref _wallClockAtBoot, by.Ticks);
}
