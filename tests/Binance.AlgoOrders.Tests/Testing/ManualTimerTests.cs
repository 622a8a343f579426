using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class ManualTimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Timers_fire_in_the_order_of_their_instants_and_each_at_its_own()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        using ITimer late = Arm("late", 3 * Second, () => _fired.Add($"{(_clock.GetUtcNow() - start).TotalSeconds}"));
        using ITimer early = Arm("early", Second, () => _fired.Add($"{(_clock.GetUtcNow() - start).TotalSeconds}"));

        _clock.Advance(10 * Second);

        Assert.Equal(["early", "1", "late", "3"], _fired);
    }

    [Fact]
    public void Timers_of_the_same_instant_fire_in_the_order_of_arming()
    {
        using ITimer first = Arm("first", Second);
        using ITimer second = Arm("second", Second);

        _clock.Advance(Second);

        Assert.Equal(["first", "second"], _fired);
    }

    [Fact]
    public void A_timer_does_not_fire_a_tick_too_early()
    {
        using ITimer timer = Arm("a", Second);

        _clock.Advance(Second - TimeSpan.FromTicks(1));

        Assert.Empty(_fired);
    }

    [Fact]
    public void A_timer_that_is_due_immediately_fires_at_the_next_advance()
    {
        using ITimer timer = Arm("a", TimeSpan.Zero);
        Assert.Empty(_fired);

        _clock.Advance(TimeSpan.Zero);

        Assert.Equal(["a"], _fired);
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_every_period()
    {
        using ITimer timer = _clock.CreateTimer(_ => _fired.Add("a"), null, Second, 2 * Second);

        _clock.Advance(6 * Second);

        Assert.Equal(3, _fired.Count);
    }

    [Fact]
    public void A_timer_that_a_callback_arms_fires_within_the_same_step()
    {
        ITimer? second = null;
        using ITimer first = Arm("first", Second, () => second = Arm("second", Second));

        _clock.Advance(2 * Second);
        second!.Dispose();

        Assert.Equal(["first", "second"], _fired);
    }

    [Fact]
    public void A_timer_that_rearms_itself_in_its_callback_fires_again()
    {
        ITimer? timer = null;
        timer = Arm("a", Second, () => timer!.Change(Second, Timeout.InfiniteTimeSpan));

        _clock.Advance(3 * Second);
        timer.Dispose();

        Assert.Equal(3, _fired.Count);
    }

    [Fact]
    public void A_callback_may_advance_the_clock_itself()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        using ITimer timer = Arm("a", Second, () => _clock.Advance(5 * Second));

        _clock.Advance(2 * Second);

        Assert.Equal(6 * Second, _clock.GetUtcNow() - start);
    }

    [Fact]
    public void A_disposed_timer_neither_fires_nor_can_be_armed_again()
    {
        ITimer timer = Arm("a", Second);
        timer.Dispose();

        Assert.False(timer.Change(Second, Second));
        _clock.Advance(5 * Second);
        Assert.Empty(_fired);
    }

    [Fact]
    public void Only_timers_that_will_fire_are_active()
    {
        using ITimer once = Arm("once", Second);
        using ITimer idle = Arm("idle", Timeout.InfiniteTimeSpan);
        using ITimer periodic = _clock.CreateTimer(static _ => { }, null, Second, Second);

        _clock.Advance(Second);

        Assert.Equal(1, _clock.ActiveTimers);
    }

    [Fact]
    public void AdvanceToNextTimer_advances_exactly_to_its_instant()
    {
        using ITimer near = Arm("near", 2 * Second);
        using ITimer far = Arm("far", 3 * Second);

        Assert.True(_clock.AdvanceToNextTimer());

        Assert.Equal(("near", Second), (Assert.Single(_fired), _clock.NextTimerIn));
    }

    [Fact]
    public void Without_a_timer_there_is_no_next_one() => Assert.Equal((false, null), (_clock.AdvanceToNextTimer(), _clock.NextTimerIn));

    [Fact]
    public void A_delay_and_a_timed_cancellation_run_on_it()
    {
        var delay = Task.Delay(Second, _clock, TestContext.Current.CancellationToken);
        using var timeout = new CancellationTokenSource(2 * Second, _clock);

        _clock.Advance(Second);

        Assert.Equal((true, false), (delay.IsCompletedSuccessfully, timeout.IsCancellationRequested));
    }

    [Fact]
    public void Callbacks_run_on_the_advancing_thread()
    {
        int thread = 0;
        using ITimer timer = Arm("a", Second, () => thread = Environment.CurrentManagedThreadId);

        _clock.Advance(Second);

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    private ITimer Arm(string name, TimeSpan due, Action? then = null) => _clock.CreateTimer(
        _ =>
        {
            _fired.Add(name);
            then?.Invoke();
        },
        state: null,
        due,
        Timeout.InfiniteTimeSpan);
}
