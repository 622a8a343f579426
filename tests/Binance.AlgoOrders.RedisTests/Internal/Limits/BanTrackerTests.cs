using System.Net;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Internal.Limits;

public sealed class BanTrackerTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly BanTracker _ban;

    public BanTrackerTests() => _ban = new BanTracker(_time);

    [Fact]
    public void A_ban_ends_after_its_duration()
    {
        _ban.Track(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(_ban.Current);
    }

    [Fact]
    public void A_ban_is_not_extended_when_another_process_sends_it_back()
    {
        _ban.Track(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        _ban.TrackShared(418, 5000);

        Assert.Equal(TimeSpan.FromSeconds(4.9), _ban.Current!.Value.Remaining);
    }

    [Fact]
    public void A_longer_ban_is_kept_when_a_shorter_one_follows()
    {
        _ban.Track(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _ban.Track(new RateLimitBlock(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));

        Assert.Equal(TimeSpan.FromSeconds(5), _ban.Current!.Value.Remaining);
    }

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(418, -1)]
    [InlineData(99999, 5000)]
    public void A_shared_ban_is_ignored_when_its_values_are_invalid(int statusCode, long remainingMilliseconds)
    {
        _ban.TrackShared(statusCode, remainingMilliseconds);

        Assert.Null(_ban.Current);
    }

    [Fact]
    public void A_shared_ban_is_shortened_when_it_exceeds_the_longest_documented_ban()
    {
        _ban.TrackShared(418, long.MaxValue);

        Assert.Equal(TimeSpan.FromDays(3), _ban.Current!.Value.Remaining);
    }
}
