using Binance.AlgoOrders.Streams.Internal.Events;
using Binance.AlgoOrders.Streams.Internal.Ordering;

namespace Binance.AlgoOrders.Tests.Streams;

public class OrderTrackerTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1789835582916);
    private readonly OrderTracker _tracker = new();

    [Theory]
    [InlineData("NEW", "TRIGGERING")]
    [InlineData("NEW", "CANCELED")]
    [InlineData("TRIGGERING", "TRIGGERED")]
    [InlineData("TRIGGERED", "FINISHED")]
    [InlineData("TRIGGERING", "REJECTED")]
    [InlineData("NEW", "A_NEW_STATUS")]
    [InlineData("A_NEW_STATUS", "EXPIRED")]
    public void A_later_status_is_an_update_and_an_earlier_one_is_none(string earlier, string later)
    {
        Assert.NotNull(Push(1, earlier, seconds: 0));
        Assert.NotNull(Push(1, later, seconds: 1));
        Assert.Null(Push(1, earlier, seconds: 0));
        Assert.Null(Push(1, later, seconds: 1));
    }

    [Theory]
    [InlineData("FINISHED", "CANCELED")]
    [InlineData("CANCELED", "A_NEW_STATUS")]
    [InlineData("EXPIRED", "NEW")]
    public void Nothing_follows_a_final_status_even_later(string final, string next)
    {
        Push(1, final, seconds: 0);
        Assert.Null(Push(1, next, seconds: 1));
    }

    [Fact]
    public void A_snapshot_reports_what_no_event_has()
    {
        Push(1, "NEW", seconds: 0);

        Assert.Null(Query(1, "NEW", seconds: 0));
        AlgoOrderUpdate? update = Query(1, "CANCELED", seconds: 5);
        Assert.Equal((AlgoOrderUpdateSource.Snapshot, true, Start.AddSeconds(5)), (update!.Source, update.ChangesStatus, update.TransactionTime));
        Assert.Null(Push(1, "CANCELED", seconds: 5));
    }

    [Fact]
    public void A_lagging_snapshot_changes_nothing()
    {
        Push(1, "NEW", seconds: 0);
        Push(1, "CANCELED", seconds: 1);

        Assert.Null(Query(1, "NEW", seconds: 0));
        Assert.Empty(_tracker.Open);
    }

    [Fact]
    public void Members_that_events_lack_are_kept()
    {
        _tracker.Apply(Order(1, "NEW", 0) with { CreateTime = Start, ActivatePrice = 5, CallbackRate = 1 }, Start);

        AlgoOrder order = Push(1, "TRIGGERING", seconds: 1)!.Order;
        Assert.Equal((Start, 5m, 1m), (order.CreateTime, order.ActivatePrice, order.CallbackRate));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void The_same_status_is_an_update_if_its_terms_changed_later(int seconds, bool isUpdate)
    {
        Push(1, "NEW", seconds: 0);
        AlgoOrderUpdate? update = _tracker.Apply(new OrderEvent(Order(1, "NEW", seconds) with { TriggerPrice = 200 }, RejectionReason: null, Start, Start), Start);

        Assert.Equal(isUpdate, update is { ChangesStatus: false });
    }

    [Fact]
    public void An_order_that_nothing_shows_is_reported_missing_once_after_several_snapshots()
    {
        Push(1, "NEW", seconds: 0);
        AlgoOrderUpdate?[] updates = [.. Enumerable.Range(0, OrderTracker.MaxAbsences + 1).Select(_ => _tracker.ApplyAbsence(1, Start))];

        AlgoOrderUpdate missing = Assert.Single(updates.OfType<AlgoOrderUpdate>());
        Assert.Equal((true, false, AlgoOrderStatus.New), (missing.IsMissing, missing.ChangesStatus, missing.Status.Known));
        Assert.Equal(missing, updates[OrderTracker.MaxAbsences - 1]);
        Assert.Empty(_tracker.OpenIds);
    }

    [Fact]
    public void An_order_that_is_shown_again_is_no_longer_absent()
    {
        Push(1, "NEW", seconds: 0);
        _tracker.ApplyAbsence(1, Start);
        _tracker.ApplyAbsence(1, Start);
        Query(1, "NEW", seconds: 0);

        Assert.Null(_tracker.ApplyAbsence(1, Start));
    }

    [Fact]
    public void A_missing_order_that_is_shown_again_is_reported()
    {
        Push(1, "NEW", seconds: 0);
        Enumerable.Range(0, OrderTracker.MaxAbsences).ToList().ForEach(_ => _tracker.ApplyAbsence(1, Start));

        Assert.False(Query(1, "NEW", seconds: 0)!.IsMissing);
        Assert.Equal([1L], _tracker.OpenIds);
    }

    [Fact]
    public void A_child_whose_order_is_unknown_is_held_until_the_order_is_known()
    {
        Assert.Null(_tracker.Apply(Trade(1, 7, "FILLED", executed: 2), Start));
        Assert.Equal([1L], _tracker.OpenIds);
        Assert.Empty(_tracker.Open);

        AlgoOrderUpdate update = Query(1, "TRIGGERED", seconds: 0)!;
        Assert.Equal((7, 2m), (update.Child!.OrderId, update.Child.ExecutedQuantity));
    }

    [Fact]
    public void A_child_whose_order_stays_unknown_is_forgotten()
    {
        _tracker.Apply(Trade(1, 7, "FILLED", executed: 2), Start);
        Enumerable.Range(0, OrderTracker.MaxAbsences).ToList().ForEach(_ => Assert.Null(_tracker.ApplyAbsence(1, Start)));

        Assert.Empty(_tracker.OpenIds);
    }

    [Fact]
    public void A_client_id_identifies_its_newest_order()
    {
        Push(1, "CANCELED", seconds: 0);
        Push(2, "NEW", seconds: 1);

        Assert.Equal(2, _tracker.Find(AlgoOrderId.FromClientAlgoId("x"))!.Order.AlgoId);
        Assert.Equal(1, _tracker.Find(AlgoOrderId.FromAlgoId(1))!.Order.AlgoId);
        Assert.Null(_tracker.Find(AlgoOrderId.FromClientAlgoId("y")));
    }

    [Fact]
    public void The_oldest_ended_order_is_forgotten_first()
    {
        var tracker = new OrderTracker(capacity: 2);
        Push(tracker, 1, "NEW");
        Push(tracker, 2, "CANCELED");
        Push(tracker, 3, "CANCELED");
        Push(tracker, 4, "CANCELED");

        Assert.Equal([true, false, false, true], Enumerable.Range(1, 4).Select(algoId => tracker.Find(AlgoOrderId.FromAlgoId(algoId)) is not null));
    }

    [Fact]
    public void Any_number_of_open_orders_takes_bounded_memory()
    {
        var tracker = new OrderTracker(capacity: 2);
        Enumerable.Range(1, 10).ToList().ForEach(algoId => Push(tracker, algoId, "NEW"));

        Assert.Equal(2, tracker.OpenIds.Count);
    }

    private static AlgoOrder Order(long algoId, string status, int seconds) => new()
    {
        AlgoId = algoId,
        ClientAlgoId = "x",
        Status = new WireValue<AlgoOrderStatus>(status),
        TriggerPrice = 100,
        UpdateTime = Start.AddSeconds(seconds),
    };

    private static TradeEvent Trade(long algoId, long orderId, string status, decimal executed) => new(Start, Start)
    {
        AlgoId = algoId,
        OrderId = orderId,
        Status = new WireValue<ChildOrderStatus>(status),
        ExecutedQuantity = executed,
    };

    private static AlgoOrderUpdate? Push(OrderTracker tracker, long algoId, string status, int seconds = 0) =>
        tracker.Apply(new OrderEvent(Order(algoId, status, seconds), RejectionReason: null, Start.AddSeconds(seconds), Start.AddSeconds(seconds)), Start);

    private AlgoOrderUpdate? Push(long algoId, string status, int seconds) => Push(_tracker, algoId, status, seconds);

    private AlgoOrderUpdate? Query(long algoId, string status, int seconds) => _tracker.Apply(Order(algoId, status, seconds), Start);
}
