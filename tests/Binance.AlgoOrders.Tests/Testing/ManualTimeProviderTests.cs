using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class ManualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_stands_still_by_itself()
    {
        Assert.Equal(_clock.GetUtcNow(), _clock.GetUtcNow());
        Assert.Equal(_clock.GetTimestamp(), _clock.GetTimestamp());
    }

    [Fact]
    public void It_starts_at_the_given_time_in_UTC()
    {
        var start = new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal((start, TimeSpan.Zero), (new ManualTimeProvider(start).GetUtcNow(), new ManualTimeProvider(start).GetUtcNow().Offset));
    }

    [Fact]
    public void Advancing_moves_both_clocks()
    {
        DateTimeOffset wall = _clock.GetUtcNow();
        long monotonic = _clock.GetTimestamp();

        _clock.Advance(Second);

        Assert.Equal((Second, Second), (_clock.GetUtcNow() - wall, _clock.GetElapsedTime(monotonic)));
    }

    [Fact]
    public void A_step_of_the_wall_clock_changes_neither_the_monotonic_clock_nor_the_timers()
    {
        long monotonic = _clock.GetTimestamp();
        DateTimeOffset wall = _clock.GetUtcNow();
        using ITimer timer = _clock.CreateTimer(static _ => { }, state: null, Second, Timeout.InfiniteTimeSpan);

        _clock.StepWallClock(TimeSpan.FromHours(-1));

        Assert.Equal((TimeSpan.FromHours(-1), TimeSpan.Zero, Second), (_clock.GetUtcNow() - wall, _clock.GetElapsedTime(monotonic), _clock.NextTimerIn));
    }

    [Fact]
    public void A_negative_advance_is_rejected() => Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(-Second));
}
