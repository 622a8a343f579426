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
    private static readonly DateTimeOffset Minute = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new();
    private readonly ServerClock _clock;
    private readonly RateLimitTracker _limits;
    private readonly HttpResponseMessage _response = new((HttpStatusCode)Banned);

    public RateLimitTrackerTests()
    {
        _clock = new ServerClock(_time);
        _limits = new RateLimitTracker(_clock, new LocalRequestBudget(timeProvider: _time), _time);
    }

    [Theory]
    [InlineData(20, 0, 40)]
    [InlineData(58, 0, 2)]
    [InlineData(20, 400, 40.4)]
    [InlineData(0.3, 400, 0.1)]
    public void A_limit_without_a_named_time_blocks_until_Binances_minute_has_turned(double second, int clockError, double expected)
    {
        SetClock(second, clockError);
        RateLimitHold hold = Exceed(429, new ApiError(-1003, "Too many requests."), RateLimitScope.Address);
        Assert.Equal((TimeSpan.FromSeconds(expected), null), (hold.Remaining, hold.RetryAfter));
    }

    [Theory]
    [InlineData("Too many new orders; current limit is 300 orders per 10 SECOND.", 24, 6)]
    [InlineData("Too many new orders.", 24, 6)]
    [InlineData("Too many new orders; current limit is 1200 orders per MINUTE.", 24, 36)]
    public void An_order_limit_blocks_new_orders_until_its_window_has_turned(string text, double second, double expected)
    {
        SetClock(second, clockError: 0);
        RateLimitHold hold = Exceed(429, new ApiError(-1015, text), RateLimitScope.AccountOrders);
        Assert.Equal((TimeSpan.FromSeconds(expected), RateLimitScope.AccountOrders), (hold.Remaining, hold.Block.Scope));
        Assert.Null(_limits.Block);
        Assert.Equal(hold.Remaining, _limits.CreateSnapshot().OrdersBlockedFor);
    }

    [Fact]
    public void The_hold_says_what_Binance_named_and_what_is_in_force()
    {
        Block("IP banned until {0}.", seconds: 60);
        _response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
        RateLimitHold hold = Exceed(429, new ApiError(-1003, "Too many requests."), RateLimitScope.Address);
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(7)), (hold.Remaining, hold.RetryAfter));
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
        return _limits.BlockAfter(_response, new ApiError(-1003, text.Replace("{0}", $"{end}", StringComparison.Ordinal)), RateLimitScope.Address).Remaining;
    }

    private RateLimitHold Exceed(int statusCode, ApiError error, RateLimitScope scope)
    {
        _response.StatusCode = (HttpStatusCode)statusCode;
        return _limits.BlockAfter(_response, error, scope);
    }

    private void SetClock(double second, int clockError)
    {
        // The error is half of the round trip, plus the millisecond in which Binance counts.
        var error = TimeSpan.FromMilliseconds(clockError);
        DateTimeOffset now = Minute.AddSeconds(second) + TimeSpan.FromMilliseconds(clockError == 0 ? 1 : 0);
        _clock.Set(new ClockReading(now, _time.GetTimestamp(), clockError == 0 ? TimeSpan.Zero : 2 * (error - TimeSpan.FromMilliseconds(1))));
    }
}
