using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

public class PushFaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PushExchange _push = new();

    private SimulatedPushFaults Faults => _push.Exchange.PushFaults;

    [Fact]
    public async Task A_dropped_connection_loses_the_event()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.DropNext();
        Place("a", "b");

        Assert.Equal((SimulatedWebSocketState.Dropped, 0), (socket.State, PushExchange.Texts(socket).Count));
        Assert.Empty(_push.Exchange.WebSockets);
    }

    [Fact]
    public async Task A_frozen_connection_stays_open_and_carries_nothing()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.FreezeNext();
        Place("a", "b");
        socket.SendPing();
        _push.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal((SimulatedWebSocketState.Open, true), (socket.State, socket.IsFrozen));
        Assert.Empty(PushExchange.Messages(socket));
        socket.Close();
        Assert.Equal(SimulatedWebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task Only_the_next_event_is_lost()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.LoseNext();
        Place("a", "b");

        Assert.Equal(["b NEW"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task A_fault_of_events_can_skip_the_first_ones()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.After(1).LoseNext();
        Place("a", "b", "c");

        Assert.Equal(["a NEW", "c NEW"], PushExchange.Updates(socket));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faults.After(-1));
    }

    [Fact]
    public async Task A_duplicated_event_is_delivered_twice()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.DuplicateNext();
        Place("a", "b");

        Assert.Equal(["a NEW", "a NEW", "b NEW"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task The_copy_of_an_event_may_come_late_on_another_connection()
    {
        SimulatedWebSocket first = await _push.ConnectAsync();
        Faults.DuplicateNext(after: Second);
        Place("a");
        first.Drop();
        SimulatedWebSocket second = await _push.ConnectAsync();
        Place("b");
        _push.Clock.Advance(Second);

        Assert.Equal(["a NEW"], PushExchange.Updates(first));
        Assert.Equal(["b NEW", "a NEW"], PushExchange.Updates(second));
    }

    [Fact]
    public async Task A_delayed_event_delays_those_behind_it()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.DelayNext(Second);
        Place("a", "b");
        Assert.Empty(PushExchange.Updates(socket));

        _push.Clock.Advance(Second);
        Assert.Equal(["a NEW", "b NEW"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task Two_delayed_events_keep_their_order()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.DelayNext(2 * Second);
        Faults.DelayNext(Second);
        Place("a", "b", "c");
        _push.Clock.Advance(Second);
        Assert.Empty(PushExchange.Updates(socket));

        _push.Clock.Advance(Second);
        Assert.Equal(["a NEW", "b NEW", "c NEW"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task A_delayed_event_is_delivered_to_the_connection_that_is_open_then()
    {
        SimulatedWebSocket first = await _push.ConnectAsync();
        Faults.DelayNext(Second);
        Place("a");
        first.Drop();
        SimulatedWebSocket second = await _push.ConnectAsync();
        _push.Clock.Advance(Second);

        Assert.Equal((0, 1), (PushExchange.Updates(first).Count, PushExchange.Updates(second).Count));
    }

    [Fact]
    public async Task Two_reordered_events_change_places()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.ReorderNext();
        Place("a", "b", "c");

        Assert.Equal(["b NEW", "a NEW", "c NEW"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task Two_events_change_places_across_a_reconnect()
    {
        SimulatedWebSocket first = await _push.ConnectAsync();
        Faults.ReorderNext();
        Place("a");
        first.Drop();
        Place("lost");
        SimulatedWebSocket second = await _push.ConnectAsync();
        Place("b");

        Assert.Equal(["b NEW", "a NEW"], PushExchange.Updates(second));
    }

    [Fact]
    public async Task An_event_without_a_connection_uses_up_no_fault()
    {
        Faults.LoseNext();
        Place("a");
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Assert.Equal(1, Faults.Pending);
        Place("b", "c");

        Assert.Equal(["c NEW"], PushExchange.Updates(socket));
        Assert.Equal(0, Faults.Pending);
    }

    [Fact]
    public async Task Faults_can_be_restricted_to_an_event_and_an_account()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.On("listenKeyExpired").LoseNext();
        Faults.For(_push.Exchange.AddAccount()).LoseNext();
        Place("a");
        Assert.Equal(["a NEW"], PushExchange.Updates(socket));

        Assert.Empty(_push.TextsAfter(socket, TimeSpan.FromHours(1)));
        Assert.Equal(1, Faults.Pending);
    }

    [Fact]
    public async Task Cleared_faults_do_not_apply()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        Faults.LoseNext();
        Faults.Clear();
        Place("a");

        Assert.Equal(["a NEW"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task Connections_can_be_dropped_and_frozen_at_once()
    {
        SimulatedWebSocket first = await _push.ConnectAsync();
        Faults.For(_push.Exchange.AddAccount()).Drop();
        Faults.Freeze();
        Assert.True(first.IsFrozen);
        Faults.Drop();

        Assert.Equal(SimulatedWebSocketState.Dropped, first.State);
    }

    [Fact]
    public void A_negative_delay_is_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Faults.DelayNext(-Second));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faults.DuplicateNext(-Second));
    }

    private void Place(params string[] clientAlgoIds)
    {
        foreach (string id in clientAlgoIds)
        {
            _push.Account.Place(clientAlgoId: id);
        }
    }
}
