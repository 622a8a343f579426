using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Requests;

/// <summary>Tests the estimate of RFC 6298 with K = 4, alpha = 1/8 and beta = 1/4.</summary>
public sealed class RoundTripTimeTests
{
    private readonly RoundTripTime _roundTrip = new();

    [Fact]
    public void Late_is_unknown_before_the_first_sample() => Assert.Null(_roundTrip.Late);

    // The expected times are calculated by hand: smoothed + 4 * variation, where the first sample R gives R and R/2.
    [Theory]
    [InlineData(new[] { 100 }, 100 + (4 * 50.0))]
    [InlineData(new[] { 100, 100 }, 100 + (4 * 37.5))]
    [InlineData(new[] { 100, 180 }, 110 + (4 * 57.5))]
    [InlineData(new[] { 100, 20 }, 90 + (4 * 57.5))]
    [InlineData(new[] { 100, 180, 110 }, 110 + (4 * 43.125))]
    [InlineData(new[] { 800, 0 }, 700 + (4 * 500.0))]
    public void Late_is_the_smoothed_round_trip_plus_four_times_its_variation(int[] samples, double late)
    {
        foreach (int sample in samples)
        {
            _roundTrip.Add(TimeSpan.FromMilliseconds(sample));
        }

        Assert.Equal(late, _roundTrip.Late!.Value.TotalMilliseconds, tolerance: 0.001);
    }

    [Fact]
    public void Late_approaches_a_constant_round_trip()
    {
        for (int sample = 0; sample < 100; sample++)
        {
            _roundTrip.Add(TimeSpan.FromMilliseconds(30));
        }

        Assert.InRange(_roundTrip.Late!.Value, TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(30.01));
    }

    [Fact]
    public void Late_is_known_after_a_sample_of_no_time()
    {
        _roundTrip.Add(TimeSpan.Zero);
        Assert.InRange(_roundTrip.Late!.Value, TimeSpan.FromTicks(1), TimeSpan.FromTicks(1));
    }

    [Fact]
    public void Concurrent_samples_keep_the_estimate_within_their_range()
    {
        Parallel.For(0, 10_000, sample => _roundTrip.Add(TimeSpan.FromMilliseconds(10 + (sample % 10))));
        Assert.InRange(_roundTrip.Late!.Value, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(19 + (4 * 9.5)));
    }
}
