using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The time for which an order is TRIGGERING.</summary>
public class TriggeringDurationTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(400);

    private readonly TestExchange _test = new();
    private readonly SimulatedOrder _stop;

    public TriggeringDurationTests()
    {
        _test.Exchange.TriggeringDuration = Duration;
        _stop = _test.Account.Place(triggerPrice: 50_000m);
    }

    [Fact]
    public void The_child_is_placed_after_it_at_the_price_of_that_time()
    {
        _test.Exchange.SetPrice("BTCUSDT", 49_900m);
        _test.Exchange.SetPrice("BTCUSDT", 49_800m);
        _test.Clock.Advance(Duration - TimeSpan.FromMilliseconds(1));
        Assert.Equal((SimulatedOrderStatus.Triggering, null), (_stop.Status, _stop.ActualOrderId));

        _test.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((SimulatedOrderStatus.Finished, 49_800m), (_stop.Status, _stop.Child!.AveragePrice));
        Assert.Equal(Duration, _stop.History[^1].At - _stop.TriggeredAt);
    }

    [Fact]
    public async Task A_cancel_during_it_is_rejected_and_a_query_shows_it()
    {
        _test.Exchange.SetPrice("BTCUSDT", 49_900m);

        TestExchange.AssertRejected(await _test.CancelAsync(_stop), 400, -2011, "Unknown order sent.");
        Assert.Contains("\"algoStatus\":\"TRIGGERING\"", (await _test.QueryAsync(_stop)).BodyText, StringComparison.Ordinal);
        Assert.Equal(SimulatedOrderStatus.Triggering, _stop.Status);
    }

    [Fact]
    public void The_child_is_rejected_if_there_is_no_margin_at_its_end()
    {
        _test.Exchange.SetPrice("BTCUSDT", 49_900m);
        _test.Account.HasMargin = false;

        _test.Clock.Advance(Duration);

        Assert.Equal(SimulatedOrderStatus.Rejected, _stop.Status);
    }

    [Fact]
    public void A_test_may_place_the_child_before_its_end()
    {
        _test.Exchange.SetPrice("BTCUSDT", 49_900m);
        long child = _stop.CompleteTrigger();

        _test.Clock.Advance(Duration);

        Assert.Equal((SimulatedOrderStatus.Triggered, child), (_stop.Status, _stop.ActualOrderId));
    }

    [Fact]
    public void A_negative_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _test.Exchange.TriggeringDuration = TimeSpan.FromTicks(-1));
}
