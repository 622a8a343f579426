using System.Net;
using Binance.AlgoOrders.Internal;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Internal;

public sealed class KnownBanTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly KnownBan _ban;

    public KnownBanTests() => _ban = new KnownBan(_time);

    [Fact]
    public void It_ends_when_it_is_over()
    {
        _ban.Note(new RequestBan((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(_ban.Current);
    }

    [Fact]
    public void It_does_not_grow_by_being_told_back_and_forth()
    {
        _ban.Note(new RequestBan((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        _ban.NoteOthers(418, 5000);

        Assert.Equal(TimeSpan.FromSeconds(4.9), _ban.Current!.Value.Left);
    }

    [Fact]
    public void A_shorter_one_does_not_end_a_longer_one()
    {
        _ban.Note(new RequestBan((HttpStatusCode)418, TimeSpan.FromSeconds(5)));
        _ban.Note(new RequestBan(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)));

        Assert.Equal(TimeSpan.FromSeconds(5), _ban.Current!.Value.Left);
    }

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(418, -1)]
    [InlineData(99999, 5000)]
    public void What_makes_no_sense_is_not_believed(int statusCode, long left)
    {
        _ban.NoteOthers(statusCode, left);

        Assert.Null(_ban.Current);
    }

    [Fact]
    public void Nothing_is_believed_to_last_longer_than_Binances_longest()
    {
        _ban.NoteOthers(418, long.MaxValue);

        Assert.Equal(TimeSpan.FromDays(3), _ban.Current!.Value.Left);
    }
}
