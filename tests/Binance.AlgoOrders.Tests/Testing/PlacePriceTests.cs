using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The rule that depends on the price of the contract.</summary>
public class PlacePriceTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("type=STOP_MARKET&side=SELL&triggerPrice=50000", -2021)]
    [InlineData("type=STOP_MARKET&side=SELL&triggerPrice=49999.99", null)]
    [InlineData("type=STOP_MARKET&side=BUY&triggerPrice=50000", -2021)]
    [InlineData("type=STOP_MARKET&side=BUY&triggerPrice=50000.01", null)]
    [InlineData("type=STOP&price=50000&side=SELL&triggerPrice=50001", -2021)]
    [InlineData("type=TAKE_PROFIT_MARKET&side=SELL&triggerPrice=50000", -2021)]
    [InlineData("type=TAKE_PROFIT_MARKET&side=SELL&triggerPrice=50000.01", null)]
    [InlineData("type=TAKE_PROFIT&price=50000&side=BUY&triggerPrice=50001", -2021)]
    [InlineData("type=TAKE_PROFIT_MARKET&side=BUY&triggerPrice=49999.99", null)]
    [InlineData("type=TRAILING_STOP_MARKET&side=SELL&-triggerPrice&callbackRate=1", null)]
    [InlineData("symbol=ETHUSDT&side=SELL&triggerPrice=50001", null)]
    public async Task An_order_whose_trigger_price_is_reached_is_rejected(string changes, int? errorCode)
    {
        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        await _test.PlaceAsync(changes);

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task The_last_price_and_the_chosen_code_count()
    {
        _test.Exchange.SetPrice("BTCUSDT", 60_000m);
        _test.Exchange.SetPrice("BTCUSDT", 40_000m);
        _test.Exchange.ImmediateTriggerErrorCode = -4142;

        SimulatedResponse response = await _test.PlaceAsync();

        TestExchange.AssertRejected(response, 400, -4142, "Order would immediately trigger.");
    }

    [Theory]
    [InlineData(" ", 1)]
    [InlineData("BTCUSDT", 0)]
    public void An_impossible_price_is_refused(string symbol, int price) =>
        Assert.ThrowsAny<ArgumentException>(() => _test.Exchange.SetPrice(symbol, price));

    [Fact]
    public async Task A_lost_order_is_in_no_view()
    {
        SimulatedOrder order = _test.Account.Place();
        order.Vanish();

        SimulatedResponse query = await _test.SendAsync("GET", TestExchange.CancelOrQuery, $"algoId={order.AlgoId}");
        SimulatedResponse cancel = await _test.CancelAsync(order);

        TestExchange.AssertRejected(query, 400, -2013, "Order does not exist.");
        TestExchange.AssertRejected(cancel, 400, -2011, "Unknown order sent.");
        Assert.Empty(_test.Account.LiveOrders);
    }
}
