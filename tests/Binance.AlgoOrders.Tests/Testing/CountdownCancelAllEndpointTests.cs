using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class CountdownCancelAllEndpointTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private readonly TestExchange _test = new();

    [Fact]
    public async Task The_open_orders_of_the_symbol_are_canceled_when_it_ends()
    {
        SimulatedOrder included = _test.Account.Place();
        SimulatedOrder other = _test.Account.Place("ETHUSDT");
        SimulatedOrdinaryOrder resting = _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Type = "LIMIT", Price = 1m });
        await StartAsync("symbol=BTCUSDT&countdownTime=120000");

        _test.Clock.Advance(TwoMinutes - Millisecond);
        Assert.Equal(SimulatedOrderStatus.New, included.Status);
        _test.Clock.Advance(Millisecond);

        Assert.Equal((SimulatedOrderStatus.Canceled, SimulatedOrderStatus.New), (included.Status, other.Status));
        Assert.Equal(SimulatedOrdinaryStatus.Canceled, resting.Status);
        Assert.Equal(TwoMinutes, included.UpdatedAt - included.CreatedAt);
    }

    [Fact]
    public async Task The_response_has_the_symbol_and_the_time()
    {
        SimulatedResponse response = await StartAsync("symbol=BTCUSDT&countdownTime=120000");

        Assert.Equal("""{"symbol":"BTCUSDT","countdownTime":"120000"}""", response.BodyText);
        Assert.Equal(_test.Exchange.Now + TwoMinutes, _test.Account.CountdownEndOf("BTCUSDT"));
    }

    [Fact]
    public async Task Orders_that_are_placed_meanwhile_are_canceled_too()
    {
        await StartAsync("symbol=BTCUSDT&countdownTime=120000");
        await _test.PlaceAsync();

        _test.Clock.Advance(TwoMinutes);

        Assert.Empty(_test.Account.LiveOrders);
    }

    [Fact]
    public async Task Another_request_replaces_it()
    {
        SimulatedOrder order = _test.Account.Place();
        await StartAsync("symbol=BTCUSDT&countdownTime=120000");
        _test.Clock.Advance(TimeSpan.FromSeconds(30));
        await StartAsync("symbol=BTCUSDT&countdownTime=120000");

        _test.Clock.Advance(TwoMinutes - Millisecond);
        Assert.Equal(SimulatedOrderStatus.New, order.Status);
        _test.Clock.Advance(Millisecond);

        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Fact]
    public async Task A_time_of_zero_stops_it()
    {
        SimulatedOrder order = _test.Account.Place();
        await StartAsync("symbol=BTCUSDT&countdownTime=1000");
        SimulatedResponse response = await StartAsync("symbol=BTCUSDT&countdownTime=0");

        _test.Clock.Advance(TwoMinutes);

        Assert.Equal("""{"symbol":"BTCUSDT","countdownTime":"0"}""", response.BodyText);
        Assert.Equal((SimulatedOrderStatus.New, (DateTimeOffset?)null, 0), (order.Status, _test.Account.CountdownEndOf("BTCUSDT"), _test.Clock.ActiveTimers));
    }

    [Fact]
    public async Task It_ends_once()
    {
        await StartAsync("symbol=BTCUSDT&countdownTime=1000");
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        SimulatedOrder order = _test.Account.Place();

        _test.Clock.Advance(TwoMinutes);

        Assert.Equal((SimulatedOrderStatus.New, (DateTimeOffset?)null), (order.Status, _test.Account.CountdownEndOf("BTCUSDT")));
    }

    [Fact]
    public async Task Each_symbol_has_its_own()
    {
        SimulatedOrder first = _test.Account.Place();
        SimulatedOrder second = _test.Account.Place("ETHUSDT");
        await StartAsync("symbol=BTCUSDT&countdownTime=1000");
        await StartAsync("symbol=ETHUSDT&countdownTime=120000");

        _test.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((SimulatedOrderStatus.Canceled, SimulatedOrderStatus.New), (first.Status, second.Status));
    }

    [Fact]
    public async Task Orders_of_other_accounts_of_the_other_market_and_triggering_ones_stay()
    {
        SimulatedOrder[] orders =
        [
            _test.Exchange.AddAccount().Place(),
            _test.Account.Place(new SimulatedOrderTerms { Market = SimulatedMarket.CoinMargined }),
            Orders.In(SimulatedOrderStatus.Triggering, _test.Account),
        ];
        await StartAsync("symbol=BTCUSDT&countdownTime=1000");

        _test.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.All(orders, order => Assert.True(order.IsLive));
    }

    [Theory]
    [InlineData("symbol=BTCUSDT", -1102, "Mandatory parameter 'countdownTime' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=BTCUSDT&countdownTime=soon", -1102, "Mandatory parameter 'countdownTime' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=BTCUSDT&countdownTime=-1", -1130, "Data sent for parameter 'countdownTime' is not valid.")]
    [InlineData("symbol=BTCUSDT&countdownTime=2147483648", -1130, "Data sent for parameter 'countdownTime' is not valid.")]
    [InlineData("countdownTime=1000", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=x&countdownTime=1000", -1121, "Invalid symbol.")]
    public async Task An_invalid_request_is_rejected_and_starts_nothing(string parameters, int errorCode, string message)
    {
        TestExchange.AssertRejected(await StartAsync(parameters), 400, errorCode, message);
        Assert.Null(_test.Account.CountdownEndOf("BTCUSDT"));
    }

    [Fact]
    public async Task It_costs_a_weight_of_ten() =>
        Assert.Equal("10", TestExchange.Header(await StartAsync("symbol=BTCUSDT&countdownTime=0"), "X-MBX-USED-WEIGHT-1M"));

    private Task<SimulatedResponse> StartAsync(string parameters) => _test.SendAsync("POST", "/fapi/v1/countdownCancelAll", parameters);
}
