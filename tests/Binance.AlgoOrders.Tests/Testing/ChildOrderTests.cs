using Binance.AlgoOrders.Testing;
using Status = Binance.AlgoOrders.Testing.SimulatedOrderStatus;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Child orders of conditional orders that a price has triggered, and the positions that follow them.</summary>
public class ChildOrderTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public void A_market_child_is_filled_at_the_price_and_changes_the_position()
    {
        SimulatedOrder stop = _test.Account.Place(triggerPrice: 50_000m, quantity: 0.5m);

        _test.Exchange.SetPrice("BTCUSDT", 49_900m);

        SimulatedOrdinaryOrder child = stop.Child!;
        Assert.Equal((SimulatedOrdinaryStatus.Filled, 0.5m, 49_900m), (child.Status, child.ExecutedQuantity, child.AveragePrice));
        Assert.Equal((stop.ActualOrderId, stop.ClientAlgoId, stop), (child.OrderId, child.ClientOrderId, child.Parent));
        Assert.True(stop.IsFilled);
        Assert.Equal([Status.New, Status.Triggering, Status.Triggered, Status.Finished], stop.History.Select(change => change.Status));
        Assert.Equal((-0.5m, 49_900m), (_test.Account.PositionOf("BTCUSDT").Quantity, _test.Account.PositionOf("BTCUSDT").EntryPrice));
    }

    [Fact]
    public void A_limit_child_rests_until_the_price_reaches_its_own()
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { Type = "STOP", Side = "BUY", TriggerPrice = 50_000m, Price = 49_500m });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);
        Assert.Equal((Status.Triggered, SimulatedOrdinaryStatus.New), (stop.Status, stop.Child!.Status));

        _test.Exchange.SetPrice("BTCUSDT", 49_400m);
        Assert.Equal((Status.Finished, 49_500m), (stop.Status, stop.Child.AveragePrice));
    }

    [Fact]
    public void A_limit_child_with_a_price_match_takes_the_last_price()
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { Type = "STOP", Side = "BUY", TriggerPrice = 50_000m, PriceMatch = "OPPONENT" });

        _test.Exchange.SetPrice("BTCUSDT", 50_100m);

        Assert.Equal((Status.Finished, 50_100m, 50_100m), (stop.Status, stop.Child!.Terms.Price, stop.Child.AveragePrice));
    }

    [Fact]
    public void An_order_is_finished_without_a_trade_when_its_child_is_canceled()
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { Type = "STOP", Side = "BUY", TriggerPrice = 50_000m, Price = 49_500m });
        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        stop.Child!.Cancel();

        Assert.Equal((Status.Finished, false, SimulatedOrdinaryStatus.Canceled), (stop.Status, stop.IsFilled, stop.Child.Status));
        Assert.Throws<InvalidOperationException>(() => stop.Child.Fill());
    }

    [Fact]
    public void A_reducing_child_trades_no_more_than_the_position_has()
    {
        Hold(0.3m);
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { Quantity = 0.5m, ReduceOnly = true });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        Assert.Equal(Status.Finished, stop.Status);
        Assert.Equal((0m, -3_000m), (_test.Account.PositionOf("BTCUSDT").Quantity, _test.Account.PositionOf("BTCUSDT").RealizedProfit));
    }

    [Fact]
    public void A_child_that_has_nothing_to_reduce_is_rejected()
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { ReduceOnly = true });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        Assert.Equal((Status.Rejected, null), (stop.Status, stop.Child));
    }

    [Theory]
    [InlineData(false, Status.Rejected)]
    [InlineData(true, Status.Finished)]
    public void Without_margin_only_orders_that_reduce_the_position_are_filled(bool reduceOnly, Status expected)
    {
        Hold(1m);
        _test.Account.HasMargin = false;
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { ReduceOnly = reduceOnly });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        Assert.Equal(expected, stop.Status);
    }

    [Fact]
    public void Orders_that_close_the_position_end_with_it()
    {
        Hold(1m);
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { ClosePosition = true, Quantity = 0 });
        SimulatedOrder profit = _test.Account.Place(new SimulatedOrderTerms { ClosePosition = true, Quantity = 0, Type = "TAKE_PROFIT_MARKET", TriggerPrice = 70_000m });
        SimulatedOrder orphan = _test.Account.Place(new SimulatedOrderTerms { ReduceOnly = true, TriggerPrice = 40_000m });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        Assert.Equal((Status.Finished, Status.Expired, Status.New), (stop.Status, profit.Status, orphan.Status));
        Assert.Equal(1m, stop.Child!.ExecutedQuantity);
    }

    [Theory]
    [InlineData(1, "SELL", "BUY")]
    [InlineData(-1, "BUY", "SELL")]
    public void Orders_that_close_the_position_end_when_a_trade_reverses_it(int held, string former, string reverse)
    {
        Hold(held);
        SimulatedOrder closing = _test.Account.Place(new SimulatedOrderTerms { Side = former, ClosePosition = true, Quantity = 0 });
        SimulatedOrder reducing = _test.Account.Place(new SimulatedOrderTerms { Side = former, ReduceOnly = true });
        SimulatedOrder closingReverse = _test.Account.Place(new SimulatedOrderTerms { Side = reverse, ClosePosition = true, Quantity = 0 });

        _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Side = former, Type = "LIMIT", Quantity = 2m, Price = 60_000m }).Fill();

        Assert.Equal(-held, _test.Account.PositionOf("BTCUSDT").Quantity);
        Assert.Equal((Status.Expired, Status.New, Status.New), (closing.Status, reducing.Status, closingReverse.Status));
    }

    [Fact]
    public void Orders_that_close_the_position_stay_when_a_trade_enlarges_or_reduces_it()
    {
        Hold(1m);
        SimulatedOrder closing = _test.Account.Place(new SimulatedOrderTerms { ClosePosition = true, Quantity = 0 });
        SimulatedOrder closingReverse = _test.Account.Place(new SimulatedOrderTerms { Side = "BUY", ClosePosition = true, Quantity = 0 });

        _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Side = "SELL", Type = "LIMIT", Quantity = 0.4m, Price = 60_000m }).Fill();
        _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Side = "BUY", Type = "LIMIT", Quantity = 2m, Price = 60_000m }).Fill();

        Assert.Equal((Status.New, Status.New), (closing.Status, closingReverse.Status));
    }

    [Fact]
    public void An_order_that_closes_the_position_ends_at_its_price_if_there_is_none()
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { ClosePosition = true, Quantity = 0 });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        Assert.Equal(Status.Expired, stop.Status);
    }

    [Theory]
    [InlineData("SELL", "LONG", 0.4, 0)]
    [InlineData("BUY", "SHORT", 0.4, 0)]
    [InlineData("BUY", "LONG", 0.4, 1.4)]
    public void Hedge_mode_has_a_position_for_each_direction(string side, string positionSide, double quantity, double expected)
    {
        _test.Account.IsHedgeMode = true;
        decimal held = positionSide == "LONG" ? 1m : -1m;
        _test.Account.SetPosition(new SimulatedPosition("BTCUSDT", positionSide) { Quantity = expected == 0 ? held * (decimal)quantity : held, EntryPrice = 60_000m });
        SimulatedOrder order = _test.Account.Place(new SimulatedOrderTerms { Side = side, Type = side == "SELL" ? "STOP_MARKET" : "TAKE_PROFIT_MARKET", PositionSide = positionSide, Quantity = (decimal)quantity });

        _test.Exchange.SetPrice("BTCUSDT", 50_000m);

        Assert.Equal(Status.Finished, order.Status);
        Assert.Equal((decimal)expected, _test.Account.PositionOf("BTCUSDT", positionSide).Quantity);
    }

    [Fact]
    public void A_position_has_the_average_entry_price_and_the_profit_of_what_was_closed()
    {
        SimulatedPosition position = new SimulatedPosition("BTCUSDT", "BOTH").After(1m, 100m).After(1m, 200m);
        Assert.Equal((2m, 150m), (position.Quantity, position.EntryPrice));

        SimulatedPosition reduced = position.After(-1m, 180m);
        Assert.Equal((1m, 150m, 30m), (reduced.Quantity, reduced.EntryPrice, reduced.RealizedProfit));

        SimulatedPosition reversed = reduced.After(-3m, 140m);
        Assert.Equal((-2m, 140m, 20m), (reversed.Quantity, reversed.EntryPrice, reversed.RealizedProfit));
        Assert.Equal(-20m, reversed.ProfitAt(150m));

        SimulatedPosition closed = reversed.After(2m, 130m);
        Assert.Equal((0m, 0m, 40m), (closed.Quantity, closed.EntryPrice, closed.RealizedProfit));
    }

    private void Hold(decimal quantity) => _test.Account.SetPosition(new SimulatedPosition("BTCUSDT", "BOTH") { Quantity = quantity, EntryPrice = 60_000m });
}
