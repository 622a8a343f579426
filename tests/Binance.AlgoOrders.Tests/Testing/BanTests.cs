using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class BanTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(429, 30.0, "30")]
    [InlineData(418, 120.0, "120")]
    [InlineData(418, 1.2, "2")]
    public async Task The_header_names_whole_seconds(int statusCode, double seconds, string retryAfter)
    {
        SimulatedAnswer answer = await SilenceAsync(statusCode, TimeSpan.FromSeconds(seconds), RetryAfterForm.Seconds);

        Assert.Equal((statusCode, retryAfter), (answer.StatusCode, RetryAfter(answer)));
    }

    [Fact]
    public async Task The_header_can_be_a_date_on_the_exchanges_clock()
    {
        _test.Exchange.ClockSkew = TimeSpan.FromHours(1);
        SimulatedAnswer answer = await SilenceAsync(429, TimeSpan.FromSeconds(30), RetryAfterForm.HttpDate);

        Assert.Equal("Mon, 02 Mar 2026 13:00:30 GMT", RetryAfter(answer));
    }

    [Fact]
    public async Task The_text_of_a_ban_names_its_end_even_without_a_header()
    {
        SimulatedAnswer answer = await SilenceAsync(418, TimeSpan.FromSeconds(1.5), RetryAfterForm.None);

        TestExchange.AssertRefused(answer, 418, -1003, "Way too many requests; IP banned until 1772452801500.");
        Assert.Null(RetryAfter(answer));
    }

    [Theory]
    [InlineData(429, RetryAfterForm.Seconds)]
    [InlineData(429, RetryAfterForm.HttpDate)]
    [InlineData(418, RetryAfterForm.Seconds)]
    [InlineData(418, RetryAfterForm.None)]
    public async Task A_request_before_the_announced_end_is_banned_counted_and_not_executed(int statusCode, RetryAfterForm form)
    {
        SimulatedOrder order = _test.Account.Place();
        await SilenceAsync(statusCode, TimeSpan.FromSeconds(30), form);
        _test.Clock.Advance(TimeSpan.FromMilliseconds(29_999));

        SimulatedAnswer answer = await _test.CancelAsync(order);

        Assert.Equal((418, 1, SimulatedOrderStatus.New), (answer.StatusCode, _test.Exchange.RequestsDuringBan, order.Status));
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds)]
    [InlineData(RetryAfterForm.HttpDate)]
    [InlineData(RetryAfterForm.None)]
    public async Task A_request_at_the_announced_end_is_served(RetryAfterForm form)
    {
        await SilenceAsync(418, TimeSpan.FromSeconds(30), form);
        _test.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((200, 0), ((await PingAsync()).StatusCode, _test.Exchange.RequestsDuringBan));
    }

    [Fact]
    public async Task The_end_of_a_ban_is_told_until_it_has_come()
    {
        Assert.Null(_test.Exchange.BannedUntil);

        DateTimeOffset end = _test.Exchange.Now.AddSeconds(30);
        await SilenceAsync(418, TimeSpan.FromSeconds(30), RetryAfterForm.Seconds);
        Assert.Equal(end, _test.Exchange.BannedUntil);

        _test.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(_test.Exchange.BannedUntil);
    }

    [Fact]
    public async Task A_429_that_names_no_time_announces_none()
    {
        await SilenceAsync(429, TimeSpan.FromSeconds(30), RetryAfterForm.None);

        Assert.Null(_test.Exchange.BannedUntil);
        Assert.Equal((200, 0), ((await PingAsync()).StatusCode, _test.Exchange.RequestsDuringBan));
    }

    [Fact]
    public async Task A_banned_request_uses_up_no_armed_fault()
    {
        await SilenceAsync(418, TimeSpan.FromSeconds(30), RetryAfterForm.Seconds);
        _test.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        await PingAsync();

        Assert.Equal(1, _test.Exchange.Faults.Pending);
    }

    private static string? RetryAfter(SimulatedAnswer answer) =>
        answer.Headers.Where(header => string.Equals(header.Key, "Retry-After", StringComparison.Ordinal)).Select(header => header.Value).SingleOrDefault();

    private Task<SimulatedAnswer> SilenceAsync(int statusCode, TimeSpan duration, RetryAfterForm form)
    {
        _test.Exchange.Faults.Next(statusCode == 418 ? Fault.Banned418(duration, form) : Fault.TooManyRequests429(duration, form));
        return PingAsync();
    }

    private Task<SimulatedAnswer> PingAsync() => _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null);
}
