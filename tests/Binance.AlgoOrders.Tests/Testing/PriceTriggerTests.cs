using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Prices that trigger conditional orders.</summary>
public class PriceTriggerTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("SELL", "STOP_MARKET", 50_000.01, false)]
    [InlineData("SELL", "STOP_MARKET", 50_000, true)]
    [InlineData("BUY", "STOP_MARKET", 49_999.99, false)]
    [InlineData("BUY", "STOP_MARKET", 50_000, true)]
    [InlineData("SELL", "TAKE_PROFIT_MARKET", 49_999.99, false)]
    [InlineData("SELL", "TAKE_PROFIT_MARKET", 50_000, true)]
    [InlineData("BUY", "TAKE_PROFIT_MARKET", 50_000.01, false)]
    [InlineData("BUY", "TAKE_PROFIT_MARKET", 50_000, true)]
    public void An_order_triggers_when_the_price_has_reached_its_trigger_price(string side, string type, double price, bool triggers)
    {
        SimulatedOrder order = _test.Account.Place("BTCUSDT", side, type, 50_000m);

        _test.Exchange.SetPrice("BTCUSDT", (decimal)price);

        Assert.Equal(triggers ? SimulatedOrderStatus.Finished : SimulatedOrderStatus.New, order.Status);
    }

    [Fact]
    public void An_order_follows_the_price_of_its_working_type()
    {
        SimulatedOrder byMark = _test.Account.Place(new SimulatedOrderTerms { WorkingType = "MARK_PRICE" });
        SimulatedOrder byLast = _test.Account.Place(new SimulatedOrderTerms { WorkingType = "CONTRACT_PRICE" });

        _test.Exchange.SetPrice("BTCUSDT", last: 49_000m, mark: 51_000m);

        Assert.Equal((SimulatedOrderStatus.New, SimulatedOrderStatus.Finished), (byMark.Status, byLast.Status));
        Assert.Equal(new SimulatedPrice(49_000m, 51_000m), _test.Exchange.PriceOf("BTCUSDT"));
    }

    [Theory]
    [InlineData("SELL", null, new[] { 100.0, 110, 108.91 }, false)]
    [InlineData("SELL", null, new[] { 100.0, 110, 108.9 }, true)]
    [InlineData("BUY", null, new[] { 100.0, 90, 90.89 }, false)]
    [InlineData("BUY", null, new[] { 100.0, 90, 90.9 }, true)]
    [InlineData("SELL", 105.0, new[] { 100.0, 90 }, false)]
    [InlineData("SELL", 105.0, new[] { 100.0, 105, 103.9 }, true)]
    [InlineData("BUY", 95.0, new[] { 100.0, 110 }, false)]
    [InlineData("BUY", 95.0, new[] { 100.0, 95, 96 }, true)]
    public void A_trailing_stop_triggers_when_the_price_returns_by_its_callback_rate(string side, double? activation, double[] prices, bool triggers)
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms
        {
            Side = side,
            Type = "TRAILING_STOP_MARKET",
            TriggerPrice = 0,
            CallbackRate = 1m,
            ActivatePrice = (decimal?)activation,
        });

        Array.ForEach(prices, price => _test.Exchange.SetPrice("BTCUSDT", (decimal)price));

        Assert.Equal(triggers ? SimulatedOrderStatus.Finished : SimulatedOrderStatus.New, stop.Status);
    }

    [Fact]
    public void A_trailing_stop_follows_the_price_at_its_placement()
    {
        _test.Exchange.SetPrice("BTCUSDT", 100m);
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { Type = "TRAILING_STOP_MARKET", TriggerPrice = 0, CallbackRate = 1m });

        _test.Exchange.SetPrice("BTCUSDT", 99m);

        Assert.Equal(SimulatedOrderStatus.Finished, stop.Status);
    }

    [Fact]
    public void Orders_of_another_contract_and_without_a_price_wait()
    {
        SimulatedOrder other = _test.Account.Place("ETHUSDT");

        _test.Exchange.SetPrice("BTCUSDT", 1m);

        Assert.Equal(SimulatedOrderStatus.New, other.Status);
        Assert.Null(_test.Exchange.PriceOf("ETHUSDT"));
    }

    [Fact]
    public void An_order_expires_at_its_date()
    {
        DateTimeOffset date = _test.Exchange.Now.AddDays(50);
        SimulatedOrder order = _test.Account.Place(new SimulatedOrderTerms { TimeInForce = "GTD", GoodTillDate = date });

        _test.Clock.Advance(TimeSpan.FromDays(50) - TimeSpan.FromSeconds(1));
        Assert.Equal(SimulatedOrderStatus.New, order.Status);

        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((SimulatedOrderStatus.Expired, date), (order.Status, order.UpdatedAt));
    }

    [Fact]
    public void A_walk_is_the_same_for_the_same_seed_and_triggers_orders()
    {
        var first = new SimulatedPriceWalk(_test.Exchange, "BTCUSDT", 100.00m, step: 0.01m, seed: 7);
        var second = new SimulatedPriceWalk(_test.Exchange, "ETHUSDT", 100.00m, step: 0.01m, seed: 7);
        SimulatedOrder stop = _test.Account.Place("BTCUSDT", "SELL", "TRAILING_STOP_MARKET");

        decimal[] prices = [.. Enumerable.Range(0, 100).Select(_ => first.Next())];

        Assert.Equal(prices, Enumerable.Range(0, 100).Select(_ => second.Next()));
        Assert.All(prices.Zip(prices.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 0.989m, 1.011m));
        Assert.Equal(SimulatedOrderStatus.Finished, stop.Status);
        Assert.Equal(first.Price, _test.Exchange.PriceOf("BTCUSDT")!.Last);
    }

    [Fact]
    public async Task A_day_of_prices_takes_no_time_of_its_own()
    {
        using var end = new CancellationTokenSource();
        var walk = new SimulatedPriceWalk(_test.Exchange, "BTCUSDT", 60_000.0m);
        Task running = walk.RunAsync(TimeSpan.FromSeconds(10), end.Token);

        for (int hour = 0; hour < 24; hour++)
        {
            _test.Clock.Advance(TimeSpan.FromHours(1));
        }

        await end.CancelAsync();
        await running;
        Assert.NotEqual(60_000.0m, walk.Price);
    }
}
