using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Streams;

public class AlgoOrderStreamTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_becomes_live_and_reports_the_open_orders_as_a_snapshot()
    {
        await using var venue = StreamVenue.CreateLive(prepare: venue => venue.Account.Place(clientAlgoId: "a"));

        Assert.Equal(["a NEW Snapshot"], venue.UpdateTexts);
        Assert.Equal(["Connecting", "Behind SnapshotPending", "Live"], venue.StatusTexts);
        Assert.Equal(venue.Statuses[^1].Since, venue.Stream.LiveSince);
    }

    [Fact]
    public async Task The_address_has_the_only_form_that_carries_events()
    {
        await using var venue = StreamVenue.CreateLive();

        string key = (await venue.Time.RunAsync(venue.Client.StartUserStreamAsync(Token))).Value;
        Assert.Equal(
            $"wss://fstream.binance.com/private/ws?listenKey={key}&events=ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE/listenKeyExpired",
            Assert.Single(venue.Connector.Handshakes).Address.AbsoluteUri);
    }

    [Fact]
    public async Task Every_change_is_reported_when_it_is_pushed()
    {
        await using var venue = StreamVenue.CreateLive();
        SimulatedOrder stop = venue.Account.Place(clientAlgoId: "a");
        stop.Trigger();
        stop.Finish();
        venue.Advance(TimeSpan.Zero);

        AlgoOrderUpdate[] changes = [.. venue.Updates.Where(update => update.ChangesStatus)];
        Assert.Equal(["NEW", "TRIGGERING", "TRIGGERED", "FINISHED"], changes.Select(update => update.Status.Text));
        Assert.All(venue.Updates, update => Assert.Equal((AlgoOrderUpdateSource.Pushed, false), (update.Source, update.IsMerged)));
        AlgoOrderUpdate last = venue.Updates[^1];
        Assert.Equal(stop.ActualOrderId, last.Child!.OrderId);
        Assert.Equal((ChildOrderStatus.Filled, stop.Terms.Quantity), (last.Child.Status!.Value.Known, last.Child.ExecutedQuantity));
        Assert.NotNull(last.TransactionTime);
    }

    [Fact]
    public async Task Changes_during_a_gap_are_reported_as_a_snapshot_once()
    {
        await using var venue = StreamVenue.CreateLive();
        SimulatedOrder canceled = venue.Account.Place(clientAlgoId: "canceled");
        SimulatedOrder triggered = venue.Account.Place(clientAlgoId: "triggered");
        venue.Account.Place(clientAlgoId: "same");
        venue.Advance(Second);
        venue.Updates.Clear();
        venue.Exchange.PushFaults.Drop();
        canceled.Cancel();
        triggered.Trigger();
        triggered.Finish();
        venue.Account.Place(clientAlgoId: "new");
        venue.Advance(10 * Second);

        Assert.Equal(["canceled CANCELED Snapshot", "new NEW Snapshot", "triggered FINISHED Snapshot"], venue.UpdateTexts.Order(StringComparer.Ordinal));
        Assert.True(venue.Stream.IsLive);
    }

    [Fact]
    public async Task Events_that_come_late_and_twice_do_not_show()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Exchange.PushFaults.DuplicateNext(30 * Second);
        SimulatedOrder stop = venue.Account.Place(clientAlgoId: "a");
        venue.Advance(Second);
        stop.Cancel();
        venue.Advance(40 * Second);

        Assert.Equal(["a NEW Pushed", "a CANCELED Pushed"], venue.UpdateTexts);
    }

    [Fact]
    public async Task A_lost_event_is_found_by_the_next_snapshot_and_the_connection_is_replaced()
    {
        await using var venue = StreamVenue.CreateLive();
        SimulatedOrder stop = venue.Account.Place(clientAlgoId: "a");
        venue.Advance(Second);
        venue.Exchange.PushFaults.LoseNext();
        stop.Cancel();
        venue.Advance(70 * Second);

        Assert.Equal(["a NEW Pushed", "a CANCELED Snapshot"], venue.UpdateTexts);
        Assert.Contains("Dead UpdateMissing", venue.StatusTexts);
        Assert.Equal(2, venue.Connector.Handshakes.Count);
    }

    [Fact]
    public async Task A_reader_that_comes_later_begins_with_the_open_orders()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Account.Place(clientAlgoId: "a").Cancel();
        venue.Account.Place(clientAlgoId: "b");
        venue.Advance(Second);

        await using IAsyncEnumerator<AlgoOrderUpdate> updates = venue.Stream.ReadAllAsync(Token).GetAsyncEnumerator(Token);
        Assert.True(await updates.MoveNextAsync());
        Assert.Equal(("b", AlgoOrderUpdateSource.Snapshot), (updates.Current.Order.ClientAlgoId, updates.Current.Source));
    }

    [Fact]
    public async Task WaitForAsync_returns_the_update_that_is_waited_for()
    {
        await using var venue = StreamVenue.CreateLive();
        SimulatedOrder stop = venue.Account.Place(clientAlgoId: "a");
        Task<AlgoOrderUpdate> waiting = venue.Stream.WaitForAsync(AlgoOrderId.FromClientAlgoId("a"), update => update.Status == AlgoOrderStatus.Triggered, Token);
        venue.Advance(Second);
        Assert.False(waiting.IsCompleted);
        stop.Trigger();
        venue.Advance(TimeSpan.Zero);

        Assert.Equal(stop.AlgoId, (await waiting).Order.AlgoId);
    }

    [Fact]
    public async Task WaitForAsync_returns_at_once_if_the_order_was_there_already()
    {
        await using var venue = StreamVenue.CreateLive();
        SimulatedOrder stop = venue.Account.Place();
        stop.Cancel();
        venue.Advance(Second);

        AlgoOrderUpdate update = await venue.Stream.WaitForAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), _ => true, Token);
        Assert.Equal(AlgoOrderStatus.Canceled, update.Status.Known);
    }

    [Fact]
    public async Task WaitForAsync_queries_an_order_that_the_stream_does_not_know()
    {
        SimulatedOrder? stop = null;
        await using var venue = StreamVenue.CreateLive(prepare: venue => (stop = venue.Account.Place()).Cancel());

        AlgoOrderUpdate update = await venue.Time.RunAsync(venue.Stream.WaitForAsync(AlgoOrderId.FromAlgoId(stop!.AlgoId), _ => true, Token));
        Assert.Equal((AlgoOrderStatus.Canceled, AlgoOrderUpdateSource.Snapshot), (update.Status.Known, update.Source));
    }

    [Fact]
    public async Task WaitForAsync_waits_for_the_event_if_the_query_fails()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Exchange.Faults.On(SimulatedOperation.Find).Next(100, Fault.HtmlForbidden403);
        Task<AlgoOrderUpdate> waiting = venue.Stream.WaitForAsync(AlgoOrderId.FromClientAlgoId("a"), _ => true, Token);
        venue.Advance(TimeSpan.FromSeconds(15));
        Assert.False(waiting.IsCompleted);
        venue.Account.Place(clientAlgoId: "a");
        venue.Advance(TimeSpan.Zero);

        Assert.Equal(AlgoOrderStatus.New, (await waiting).Status.Known);
    }

    [Fact]
    public async Task A_token_ends_a_wait_at_once()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Account.Place(clientAlgoId: "a");
        venue.Advance(Second);
        using var end = new CancellationTokenSource();
        Task<AlgoOrderUpdate> waiting = venue.Stream.WaitForAsync(AlgoOrderId.FromClientAlgoId("a"), _ => false, end.Token);
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Disposing_the_stream_ends_everything_and_keeps_the_key()
    {
        var venue = StreamVenue.CreateLive();
        Task<AlgoOrderUpdate> waiting = venue.Stream.WaitForAsync(AlgoOrderId.FromClientAlgoId("a"), _ => true, Token);
        venue.Advance(Second);
        await venue.Stream.DisposeAsync();
        await venue.Stream.DisposeAsync();
        venue.Advance(TimeSpan.Zero);

        await venue.Reading;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.Equal((AlgoOrderStreamState.Dead, AlgoOrderStreamReason.Disposed), (venue.Stream.State, venue.Stream.Status.Reason));
        Assert.Throws<ObjectDisposedException>(() => { _ = venue.Stream.ReadAllAsync(Token); });
        Assert.Empty(venue.Exchange.WebSockets);
        Assert.DoesNotContain(venue.Exchange.Requests, request => request.Operation == SimulatedOperation.EndUserStream);
        Assert.Equal("Dead Disposed", venue.StatusTexts.Last());
        await venue.DisposeAsync();
    }

    [Fact]
    public async Task Disposing_the_stream_ends_the_key_if_that_is_wanted()
    {
        await using var venue = StreamVenue.CreateLive(options => options.EndsKeyOnDispose = true);
        await venue.Stream.DisposeAsync();

        Assert.Equal(SimulatedOperation.EndUserStream, venue.Exchange.Requests[^1].Operation);
    }
}
