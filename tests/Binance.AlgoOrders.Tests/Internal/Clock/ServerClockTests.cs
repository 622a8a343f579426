using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Clock;

public class ServerClockTests
{
    private readonly ManualTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000));

    [Fact]
    public void The_clock_returns_the_system_time_before_it_was_set()
    {
        var clock = new ServerClock(_time);
        _time.StepWallClock(TimeSpan.FromMilliseconds(7));
        Assert.Equal(new RequestTiming(1_800_000_000_007, 5000), clock.Stamp(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void The_clock_continues_from_the_reading_that_was_set()
    {
        var clock = new ServerClock(_time);
        clock.Set(new ClockReading(_time.GetUtcNow() + TimeSpan.FromHours(1), _time.GetTimestamp(), TimeSpan.Zero));
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(1_800_003_600_250, clock.Stamp(TimeSpan.FromMilliseconds(1)).Timestamp);
    }

    [Fact]
    public void A_step_of_the_system_clock_does_not_change_a_clock_that_was_set()
    {
        var clock = new ServerClock(_time);
        clock.Set(new ClockReading(_time.GetUtcNow(), _time.GetTimestamp(), TimeSpan.Zero));
        _time.StepWallClock(TimeSpan.FromHours(-1));
        Assert.Equal(1_800_000_000_000, clock.Stamp(TimeSpan.FromMilliseconds(1)).Timestamp);
    }

    [Fact]
    public void A_reading_is_valid_for_the_moment_at_which_it_was_taken()
    {
        var clock = new ServerClock(_time);
        long takenAt = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(100));
        clock.Set(new ClockReading(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_500), takenAt, TimeSpan.Zero));
        Assert.Equal(1_800_000_000_600, clock.Stamp(TimeSpan.FromMilliseconds(1)).Timestamp);
    }
}
