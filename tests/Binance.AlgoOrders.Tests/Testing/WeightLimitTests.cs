using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class WeightLimitTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public void The_default_limit_is_Binances() => Assert.Equal(2400, _test.Exchange.WeightLimit);

    [Fact]
    public void A_limit_of_zero_is_rejected() => Assert.Throws<ArgumentOutOfRangeException>(() => _test.Exchange.WeightLimit = 0);

    [Fact]
    public async Task All_of_the_limit_can_be_used()
    {
        _test.Exchange.WeightLimit = 3;

        Assert.Equal((200, 200, 200), (await PingAsync(), await PingAsync(), await PingAsync()));
    }

    [Fact]
    public async Task A_request_beyond_the_limit_must_wait_for_the_next_minute()
    {
        _test.Exchange.WeightLimit = 39;
        _test.Clock.Advance(TimeSpan.FromSeconds(17.5));

        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, "");

        TestExchange.AssertRejected(
            response,
            429,
            -1003,
            "Too many requests; current limit is 39 requests per minute. Please use the websocket for live updates to avoid polling the API.");
        Assert.Equal(("43", "40"), (TestExchange.Header(response, "Retry-After"), TestExchange.Header(response, "X-MBX-USED-WEIGHT-1M")));
    }

    [Fact]
    public async Task A_request_beyond_the_limit_is_not_executed()
    {
        SimulatedOrder order = _test.Account.Place();
        await BreakLimitAsync(cancel: order);

        Assert.Equal(SimulatedOrderStatus.New, order.Status);
    }

    [Fact]
    public async Task A_request_beyond_the_limit_uses_up_no_armed_fault()
    {
        _test.Exchange.WeightLimit = 1;
        await PingAsync();
        _test.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        await PingAsync();

        Assert.Equal(1, _test.Exchange.Faults.Pending);
    }

    [Fact]
    public async Task A_client_that_waits_for_the_next_minute_is_served_again()
    {
        await BreakLimitAsync();
        _test.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((200, 1, 0), (await PingAsync(), _test.Exchange.LimitViolations, _test.Exchange.RequestsDuringBan));
    }

    [Fact]
    public async Task A_client_that_does_not_wait_is_banned_for_two_minutes()
    {
        await BreakLimitAsync();
        _test.Clock.Advance(TimeSpan.FromSeconds(30));
        SimulatedResponse response = await _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null);

        TestExchange.AssertRejected(response, 418, -1003, "Way too many requests; IP banned until 1772452950000.");
        Assert.Equal("120", TestExchange.Header(response, "Retry-After"));
    }

    [Theory]
    [InlineData(119_999, 418)]
    [InlineData(120_000, 200)]
    public async Task The_ban_ends_at_its_announced_end(int milliseconds, int statusCode)
    {
        await BreakLimitAsync();
        _test.Clock.Advance(TimeSpan.FromSeconds(30));
        await PingAsync();
        _test.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(statusCode, await PingAsync());
    }

    [Fact]
    public async Task A_request_during_the_ban_is_counted_as_such_and_not_as_a_violation()
    {
        await BreakLimitAsync();
        await PingAsync();
        await PingAsync();

        Assert.Equal((1, 2), (_test.Exchange.LimitViolations, _test.Exchange.RequestsDuringBan));
    }

    [Fact]
    public async Task A_scripted_429_is_not_a_violation()
    {
        _test.Exchange.Faults.Next(Fault.TooManyRequests429(TimeSpan.FromSeconds(1)));
        await PingAsync();

        Assert.Equal(0, _test.Exchange.LimitViolations);
    }

    [Fact]
    public async Task The_used_weight_is_that_of_the_current_minute()
    {
        await PingAsync();
        await _test.SendAsync("GET", TestExchange.Open, "");
        Assert.Equal(41, _test.Exchange.UsedWeight);

        _test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, _test.Exchange.UsedWeight);
    }

    [Fact]
    public async Task A_new_order_is_accepted_when_all_weight_is_used()
    {
        _test.Exchange.WeightLimit = 1;
        await PingAsync();

        Assert.Equal(200, (await _test.PlaceAsync()).StatusCode);
    }

    private async Task BreakLimitAsync(SimulatedOrder? cancel = null)
    {
        _test.Exchange.WeightLimit = 1;
        await PingAsync();
        if (cancel is null)
        {
            await PingAsync();
        }
        else
        {
            await _test.CancelAsync(cancel);
        }
    }

    private async Task<int> PingAsync() => (await _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null)).StatusCode;
}
