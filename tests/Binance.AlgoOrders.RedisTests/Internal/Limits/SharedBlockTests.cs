using System.Net;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Internal.Limits;

public sealed class SharedBlockTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly SharedBlock _block;

    public SharedBlockTests() => _block = new SharedBlock("test", RateLimitScope.Address, _time);

    [Fact]
    public void A_ban_ends_after_its_duration()
    {
        _block.Report(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(_block.Current);
    }

    [Fact]
    public void A_ban_is_not_extended_when_another_process_sends_it_back()
    {
        _block.Report(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        _block.ApplyShared(418, 5000);

        Assert.Equal(TimeSpan.FromSeconds(4.9), _block.Current!.Value.Remaining);
    }

    [Fact]
    public void A_longer_ban_is_kept_when_a_shorter_one_follows()
    {
        _block.Report(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _block.Report(new RateLimitBlock(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));

        Assert.Equal(TimeSpan.FromSeconds(5), _block.Current!.Value.Remaining);
    }

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(418, -1)]
    [InlineData(99999, 5000)]
    public void A_shared_ban_is_ignored_when_its_values_are_invalid(int statusCode, long remainingMilliseconds)
    {
        _block.ApplyShared(statusCode, remainingMilliseconds);

        Assert.Null(_block.Current);
    }

    [Fact]
    public void A_shared_ban_is_shortened_when_it_exceeds_the_longest_documented_ban()
    {
        _block.ApplyShared(418, long.MaxValue);

        Assert.Equal(TimeSpan.FromDays(3), _block.Current!.Value.Remaining);
    }

    [Fact]
    public void A_block_is_sent_to_the_others_once()
    {
        _block.Report(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));

        Assert.Equal(TimeSpan.FromSeconds(5), _block.TakeNew()!.Value.Remaining);
        Assert.Null(_block.TakeNew());
    }

    [Fact]
    public void A_block_is_sent_again_when_Redis_has_lost_it()
    {
        _block.Report(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _block.TakeNew();
        _block.ApplyStored(418, 4900);
        Assert.Null(_block.TakeNew());

        _block.ApplyStored(0, 0);

        Assert.NotNull(_block.TakeNew());
    }
}
