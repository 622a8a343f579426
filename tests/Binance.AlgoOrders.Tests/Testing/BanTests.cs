using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class BanTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(429, 30.0, "30")]
    [InlineData(418, 120.0, "120")]
    [InlineData(418, 1.2, "2")]
    public async Task The_header_contains_whole_seconds(int statusCode, double seconds, string retryAfter)
    {
        SimulatedResponse response = await RateLimitAsync(statusCode, TimeSpan.FromSeconds(seconds), RetryAfterFormat.Seconds);

        Assert.Equal((statusCode, retryAfter), (response.StatusCode, RetryAfter(response)));
    }

    [Fact]
    public async Task The_header_can_be_a_date_on_the_exchanges_clock()
    {
        _test.Exchange.ClockSkew = TimeSpan.FromHours(1);
        SimulatedResponse response = await RateLimitAsync(429, TimeSpan.FromSeconds(30), RetryAfterFormat.HttpDate);

        Assert.Equal("Mon, 02 Mar 2026 13:00:30 GMT", RetryAfter(response));
    }

    [Fact]
    public async Task The_message_of_a_ban_contains_its_end_even_without_a_header()
    {
        SimulatedResponse response = await RateLimitAsync(418, TimeSpan.FromSeconds(1.5), RetryAfterFormat.None);

        TestExchange.AssertRejected(response, 418, -1003, "Way too many requests; IP banned until 1772452801500.");
        Assert.Null(RetryAfter(response));
    }

    [Theory]
    [InlineData(429, RetryAfterFormat.Seconds)]
    [InlineData(429, RetryAfterFormat.HttpDate)]
    [InlineData(418, RetryAfterFormat.Seconds)]
    [InlineData(418, RetryAfterFormat.None)]
    public async Task A_request_before_the_announced_end_is_banned_counted_and_not_executed(int statusCode, RetryAfterFormat format)
    {
        SimulatedOrder order = _test.Account.Place();
        await RateLimitAsync(statusCode, TimeSpan.FromSeconds(30), format);
        _test.Clock.Advance(TimeSpan.FromMilliseconds(29_999));

        SimulatedResponse response = await _test.CancelAsync(order);

        Assert.Equal((418, 1, SimulatedOrderStatus.New), (response.StatusCode, _test.Exchange.RequestsDuringBan, order.Status));
    }

    [Theory]
    [InlineData(RetryAfterFormat.Seconds)]
    [InlineData(RetryAfterFormat.HttpDate)]
    [InlineData(RetryAfterFormat.None)]
    public async Task A_request_at_the_announced_end_is_served(RetryAfterFormat format)
    {
        await RateLimitAsync(418, TimeSpan.FromSeconds(30), format);
        _test.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((200, 0), ((await PingAsync()).StatusCode, _test.Exchange.RequestsDuringBan));
    }

    [Fact]
    public async Task BannedUntil_is_the_end_of_the_ban_until_then()
    {
        Assert.Null(_test.Exchange.BannedUntil);

        DateTimeOffset end = _test.Exchange.Now.AddSeconds(30);
        await RateLimitAsync(418, TimeSpan.FromSeconds(30), RetryAfterFormat.Seconds);
        Assert.Equal(end, _test.Exchange.BannedUntil);

        _test.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(_test.Exchange.BannedUntil);
    }

    [Fact]
    public async Task A_429_without_a_header_announces_no_ban()
    {
        await RateLimitAsync(429, TimeSpan.FromSeconds(30), RetryAfterFormat.None);

        Assert.Null(_test.Exchange.BannedUntil);
        Assert.Equal((200, 0), ((await PingAsync()).StatusCode, _test.Exchange.RequestsDuringBan));
    }

    [Fact]
    public async Task A_banned_request_uses_up_no_armed_fault()
    {
        await RateLimitAsync(418, TimeSpan.FromSeconds(30), RetryAfterFormat.Seconds);
        _test.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        await PingAsync();

        Assert.Equal(1, _test.Exchange.Faults.Pending);
    }

    private static string? RetryAfter(SimulatedResponse response) => TestExchange.Header(response, "Retry-After");

    private Task<SimulatedResponse> RateLimitAsync(int statusCode, TimeSpan duration, RetryAfterFormat format)
    {
        _test.Exchange.Faults.Next(statusCode == 418 ? Fault.Banned418(duration, format) : Fault.TooManyRequests429(duration, format));
        return PingAsync();
    }

    private Task<SimulatedResponse> PingAsync() => _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null);
}
