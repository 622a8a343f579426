using System.Net;
using System.Net.Http.Headers;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Limits;

/// <summary>Tests for how long a response with status 429 or 418, or with code -1003, blocks further requests.</summary>
public sealed class RateLimitTrackerTests : IDisposable
{
    private const int Banned = 418;
    private readonly ManualTimeProvider _time = new();
    private readonly RateLimitTracker _limits;
    private readonly HttpResponseMessage _response = new((HttpStatusCode)Banned);

    public RateLimitTrackerTests() => _limits = new RateLimitTracker(new ServerClock(_time), new LocalRequestBudget(2400, _time), _time);

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(417)]
    [InlineData(430)]
    public void Any_other_status_does_not_block(int status)
    {
        _response.StatusCode = (HttpStatusCode)status;
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
        Assert.Null(_limits.BlockIfExceeded(_response, new ApiError(-1021, "Timestamp for this request is outside of the recvWindow.")));
    }

    [Fact]
    public void RetryAfter_in_seconds_is_the_time_of_the_block()
    {
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Block());
    }

    [Fact]
    public void RetryAfter_as_a_date_is_relative_to_the_date_of_the_response()
    {
        DateTimeOffset serverTime = _time.GetUtcNow().AddHours(-3);
        _response.Headers.Date = serverTime;
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(serverTime.AddSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Block());
    }

    [Fact]
    public void RetryAfter_as_a_date_is_relative_to_now_when_the_response_has_no_date()
    {
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(_time.GetUtcNow().AddSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Block());
    }

    [Theory]
    [InlineData("Way too many requests; IP banned until {0}. Please use the websocket.")]
    [InlineData("Way too many requests; IP Banned Until {0}")]
    [InlineData("banned until {0}")]
    public void The_end_of_a_ban_is_read_from_the_message(string text) => Assert.Equal(TimeSpan.FromSeconds(9), Block(text, seconds: 9));

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    public void The_longer_of_RetryAfter_and_message_is_the_time_of_the_block(int retryAfter, int bannedFor)
    {
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(retryAfter));
        Assert.Equal(TimeSpan.FromSeconds(9), Block("IP banned until {0}.", bannedFor));
    }

    [Theory]
    [InlineData("IP banned until .")]
    [InlineData("IP banned until soon")]
    [InlineData("IP banned until 253402300800000.")]
    [InlineData("IP banned for good")]
    public void A_ban_lasts_2_minutes_when_its_message_contains_no_valid_time(string text) => Assert.Equal(TimeSpan.FromMinutes(2), Block(text));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_ban_lasts_2_minutes_when_the_time_in_its_message_has_passed(int seconds) => Assert.Equal(TimeSpan.FromMinutes(2), Block("IP banned until {0}.", seconds));

    [Fact]
    public void The_latest_valid_time_in_a_message_is_read() => Assert.Equal(TimeSpan.FromDays(3), Block("IP banned until 253402300799999."));

    [Fact]
    public void A_block_lasts_at_most_the_3_days_that_Binance_documents()
    {
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromDays(4));
        Assert.Equal(TimeSpan.FromDays(3), Block());
    }

    [Fact]
    public void An_earlier_ban_that_lasts_longer_stays_in_force()
    {
        Block("IP banned until {0}.", seconds: 60);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(50), Block("IP banned until {0}.", seconds: 20));
    }

    public void Dispose() => _response.Dispose();

    private TimeSpan? Block(string text = "Way too many requests.", int seconds = 0)
    {
        long end = _time.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds();
        return _limits.BlockIfExceeded(_response, new ApiError(-1003, text.Replace("{0}", $"{end}", StringComparison.Ordinal)));
    }
}
