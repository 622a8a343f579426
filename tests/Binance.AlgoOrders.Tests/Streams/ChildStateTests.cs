using Binance.AlgoOrders.Streams.Internal.Events;
using Binance.AlgoOrders.Streams.Internal.Ordering;

namespace Binance.AlgoOrders.Tests.Streams;

public class ChildStateTests
{
    private readonly ChildState _child = new(7);

    [Fact]
    public void Fills_are_summed()
    {
        Apply("NEW", executed: 0, averagePrice: 0);
        Apply("PARTIALLY_FILLED", executed: 3, averagePrice: 10, new Fill(1, 3, 0.3m, "USDT"));
        Apply("FILLED", executed: 5, averagePrice: 11, new Fill(2, 2, 0.2m, "USDT"));

        Assert.Equal(
            new AlgoOrderChild { OrderId = 7, Status = ChildOrderStatus.Filled, ExecutedQuantity = 5, AveragePrice = 11, Commission = 0.5m, CommissionAsset = "USDT" },
            _child.Current);
    }

    [Fact]
    public void A_fill_counts_once()
    {
        Assert.True(Apply("FILLED", executed: 3, averagePrice: 10, new Fill(1, 3, 0.3m, "USDT")));
        Assert.False(Apply("FILLED", executed: 3, averagePrice: 10, new Fill(1, 3, 0.3m, "USDT")));

        Assert.Equal(0.3m, _child.Current.Commission);
    }

    [Fact]
    public void Fills_in_the_wrong_order_have_the_same_sums()
    {
        Apply("FILLED", executed: 5, averagePrice: 11, new Fill(2, 2, 0.2m, "USDT"));
        Assert.Null(_child.Current.Commission);

        Assert.True(Apply("PARTIALLY_FILLED", executed: 3, averagePrice: 10, new Fill(1, 3, 0.3m, "USDT")));
        Assert.Equal((ChildOrderStatus.Filled, 5, 11, 0.5m), (_child.Current.Status!.Value.Known, _child.Current.ExecutedQuantity, _child.Current.AveragePrice, _child.Current.Commission));
    }

    [Fact]
    public void A_commission_in_different_assets_is_unknown()
    {
        Apply("PARTIALLY_FILLED", executed: 3, averagePrice: 10, new Fill(1, 3, 0.3m, "USDT"));
        Apply("FILLED", executed: 5, averagePrice: 11, new Fill(2, 2, 0.2m, "BNB"));

        Assert.Equal((null, null), (_child.Current.Commission, _child.Current.CommissionAsset));
    }

    [Fact]
    public void A_commission_is_unknown_if_one_of_its_fills_has_none()
    {
        Apply("FILLED", executed: 3, averagePrice: 10, new Fill(1, 3, Commission: null, CommissionAsset: null));

        Assert.Null(_child.Current.Commission);
    }

    [Fact]
    public void The_average_price_of_the_order_is_used_until_a_fill_has_one()
    {
        _child.ApplyAveragePrice(0);
        Assert.Null(_child.Current.AveragePrice);
        _child.ApplyAveragePrice(9);
        Assert.Equal(9, _child.Current.AveragePrice);
        Apply("FILLED", executed: 3, averagePrice: 10);
        _child.ApplyAveragePrice(9);
        Assert.Equal(10, _child.Current.AveragePrice);
    }

    [Fact]
    public void A_status_that_is_unknown_is_ordered_by_its_time()
    {
        Apply("NEW", executed: 0, averagePrice: 0);
        Assert.False(Apply("A_NEW_STATUS", executed: 0, averagePrice: 0));
        Assert.True(Apply("A_NEW_STATUS", executed: 0, averagePrice: 0, seconds: 1));
        Assert.False(Apply("NEW", executed: 0, averagePrice: 0));
    }

    [Fact]
    public void Another_order_is_not_the_child() => Assert.False(_child.Apply(new TradeEvent(null, null) { AlgoId = 1, OrderId = 8, Status = ChildOrderStatus.Filled }));

    private bool Apply(string status, decimal executed, decimal averagePrice, Fill? fill = null, int seconds = 0) => _child.Apply(
        new TradeEvent(DateTimeOffset.UnixEpoch.AddSeconds(seconds), EventTime: null)
        {
            AlgoId = 1,
            OrderId = 7,
            Status = new WireValue<ChildOrderStatus>(status),
            ExecutedQuantity = executed,
            AveragePrice = averagePrice,
            Fill = fill,
        });
}
