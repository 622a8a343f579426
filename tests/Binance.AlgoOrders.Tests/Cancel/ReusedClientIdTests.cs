using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Cancels by a client id that several orders had, one after the other.</summary>
public sealed class ReusedClientIdTests : IDisposable
{
    private const string Id = "my-stop";

    private static readonly Fault UnknownOrder = Fault.Respond(400, """{"code":-2011,"msg":"Unknown order sent."}""", executed: false);
    private static readonly Fault NoSuchOrder = Fault.Respond(400, """{"code":-2013,"msg":"Order does not exist."}""", executed: false);

    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_that_was_seen_is_canceled_by_its_algoId_from_then_on(bool isFoundInList)
    {
        SimulatedOrder first = _venue.Account.Place(clientAlgoId: Id);
        SimulatedOrder? second = null;
        _venue.Exchange.Faults.On("DELETE").Next(Fault.DropBeforeExecuting, Fault.BeforeExecuting(() => second = Replace(first)));
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(isFoundInList ? [NoSuchOrder] : []);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync(first.Symbol));

        Assert.Equal(first.AlgoId, canceled.Order!.AlgoId);
        Assert.Equal(SimulatedOrderStatus.New, second!.Status);
        Assert.All(_venue.Cancels.Skip(1), cancel => Assert.Contains($"algoId={first.AlgoId}", cancel.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_ended_before_the_call_proves_nothing_about_a_newer_one()
    {
        SimulatedOrder older = _venue.Account.Place(clientAlgoId: Id);
        _venue.Time.Advance(TimeSpan.FromMilliseconds(50));
        SimulatedOrder newer = Replace(older);
        _venue.Time.Advance(TimeSpan.FromMilliseconds(50));
        _venue.Exchange.Faults.On("DELETE").Next(2, UnknownOrder);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(2, QueryOf(older));

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync());

        Assert.Equal(newer.AlgoId, canceled.Acknowledgement!.AlgoId);
        Assert.Equal(SimulatedOrderStatus.Canceled, newer.Status);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3_600_000)]
    public async Task An_order_that_was_canceled_before_the_call_is_not_found_and_named(int millisecondsBefore)
    {
        SimulatedOrder older = _venue.Account.Place(clientAlgoId: Id);
        older.Cancel();
        _venue.Time.Advance(TimeSpan.FromMilliseconds(millisecondsBefore));

        var notFound = Assert.IsType<CancelAlgoOrderOutcome.NotFound>(await EnsureCanceledAsync());

        Assert.Equal(older.AlgoId, notFound.EarlierOrder!.AlgoId);
        Assert.False(notFound.IsInactive);
    }

    [Fact]
    public async Task An_order_that_triggered_before_the_call_is_triggered_once_no_newer_one_can_be_invisible()
    {
        SimulatedOrder stop = _venue.Account.Place(clientAlgoId: Id);
        stop.Trigger();
        _venue.Time.Advance(TimeSpan.FromSeconds(1));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var triggered = Assert.IsType<CancelAlgoOrderOutcome.Triggered>(await EnsureCanceledAsync());

        Assert.Equal(stop.ActualOrderId, triggered.Order.ActualOrderId);
        Assert.Equal(TimeSpan.FromSeconds(2), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task An_order_whose_child_is_filled_during_the_call_proves_nothing_about_a_newer_one()
    {
        SimulatedOrder older = _venue.Account.Place(clientAlgoId: Id);
        older.Trigger();
        _venue.Time.Advance(TimeSpan.FromSeconds(1));
        SimulatedOrder newer = _venue.Account.Place(new SimulatedOrderTerms { ClientAlgoId = Id, VisibilityDelay = TimeSpan.FromMilliseconds(400) });
        _venue.Time.Advance(TimeSpan.FromMilliseconds(50));
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.BeforeExecuting(() => older.Finish()));

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync());

        Assert.Equal(newer.AlgoId, canceled.Acknowledgement!.AlgoId);
        Assert.Equal(SimulatedOrderStatus.Canceled, newer.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(400)]
    public async Task The_next_order_of_the_id_is_left_alone_when_the_one_that_was_seen_had_ended(int millisecondsUntilNext)
    {
        SimulatedOrder first = _venue.Account.Place(clientAlgoId: Id);
        first.Cancel();
        _venue.Time.Advance(TimeSpan.FromMilliseconds(100));
        SimulatedOrder? second = null;
        _venue.Exchange.Faults.On("DELETE").Next(UnknownOrder, Fault.DelayBeforeExecuting(TimeSpan.FromMilliseconds(millisecondsUntilNext)));
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(QueryOf(first, "NEW"), Fault.BeforeExecuting(() => second = _venue.Account.Place(clientAlgoId: Id)));

        CancelAlgoOrderOutcome outcome = await EnsureCanceledAsync(first.Symbol);

        Assert.Equal(SimulatedOrderStatus.New, second!.Status);
        Assert.IsNotType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }

    [Fact]
    public async Task The_next_order_of_the_id_is_left_alone_when_the_clock_cannot_tell_that_the_seen_one_ended_in_the_call()
    {
        SimulatedOrder first = _venue.Account.Place(clientAlgoId: Id);
        SimulatedOrder? second = null;
        _venue.Time.Advance(TimeSpan.FromSeconds(1));
        _venue.Exchange.QueryStatusDelay = TimeSpan.FromMilliseconds(300);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/time").Next(20, Fault.DelayBeforeExecuting(TimeSpan.FromMilliseconds(200)));
        _venue.Exchange.Faults.On("DELETE").Next(Fault.DelayBeforeExecuting(TimeSpan.FromMilliseconds(50)));
        using ITimer end = At(20, first.Cancel);
        using ITimer placement = At(40, () => second = _venue.Account.Place(new SimulatedOrderTerms { ClientAlgoId = Id, VisibilityDelay = TimeSpan.FromMilliseconds(400) }));

        CancelAlgoOrderOutcome outcome = await EnsureCanceledAsync();

        Assert.Equal(SimulatedOrderStatus.New, second!.Status);
        Assert.IsNotType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }

    [Fact]
    public async Task The_next_order_of_the_id_is_left_alone_when_the_clock_of_the_machine_is_set_during_a_lookup()
    {
        using var venue = new TestVenue(options => options.HedgeAfter = Timeout.InfiniteTimeSpan);
        SimulatedOrder first = venue.Account.Place(clientAlgoId: Id);
        first.Cancel();
        venue.Time.Advance(TimeSpan.FromMilliseconds(100));
        SimulatedOrder? second = null;

        // The list after the query is refused because of its timestamp, which sets the client's clock.
        venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(450)));
        using ITimer step = venue.Time.CreateTimer(_ => venue.Time.StepWallClock(TimeSpan.FromHours(1)), null, TimeSpan.FromMilliseconds(300), Timeout.InfiniteTimeSpan);
        using ITimer place = venue.Time.CreateTimer(_ => second = venue.Account.Place(clientAlgoId: Id), null, TimeSpan.FromMilliseconds(400), Timeout.InfiniteTimeSpan);

        await venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(Id) with { Symbol = first.Symbol });

        Assert.Equal(SimulatedOrderStatus.New, second!.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(-900)]
    public async Task An_order_that_ended_during_the_call_is_dated_by_Binances_clock(int skewMilliseconds)
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromMilliseconds(skewMilliseconds);
        _venue.Account.Place(clientAlgoId: Id);
        _venue.Exchange.Faults.On("DELETE").Next(Fault.DelayBeforeExecuting(TimeSpan.FromMilliseconds(20)), Fault.ExecuteThenDrop);
        using ITimer cancel = _venue.Time.CreateTimer(_ => _venue.Account.FindOrder(Id)!.Cancel(), null, TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync());

        Assert.Equal(CancelEvidence.Queried, canceled.Evidence);
    }

    [Theory]
    [InlineData(SimulatedOrderStatus.Canceled)]
    [InlineData(SimulatedOrderStatus.Expired)]
    [InlineData(SimulatedOrderStatus.Triggered)]
    public async Task An_order_that_ended_when_the_call_began_has_ended_once_no_newer_one_can_be_invisible(SimulatedOrderStatus status)
    {
        SimulatedOrder order = _venue.Account.Place(clientAlgoId: Id);
        _venue.Exchange.Faults.On("DELETE").Next(Fault.BeforeExecuting(() => End(order, status)));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        CancelAlgoOrderOutcome outcome = await EnsureCanceledAsync();

        AlgoOrder ended = outcome.Match(o => o.Order!, o => o.Order, o => o.Order, notFound => notFound.EarlierOrder!, o => o.Order, o => o.LastSeen!);
        Assert.Equal((order.AlgoId, status.ToString().ToUpperInvariant()), (ended.AlgoId, ended.Status.Text));
        Assert.IsNotType<CancelAlgoOrderOutcome.NotFound>(outcome);
        Assert.Equal(TimeSpan.FromSeconds(2), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task An_order_that_a_lost_cancel_canceled_at_once_is_not_an_earlier_one()
    {
        SimulatedOrder order = _venue.Account.Place(clientAlgoId: Id);
        _venue.Exchange.Faults.On("DELETE").Next(Fault.ExecuteThenDrop);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await EnsureCanceledAsync());

        Assert.Equal((CancelEvidence.Queried, order.AlgoId), (canceled.Evidence, canceled.Order!.AlgoId));
    }

    [Fact]
    public async Task The_outcome_says_until_when_a_late_copy_may_hit_the_next_order_of_the_same_id()
    {
        _venue.Account.Place(clientAlgoId: Id);
        _venue.Exchange.Faults.On("DELETE").Next(Fault.LateExecution(TimeSpan.FromSeconds(4)));

        CancelAlgoOrderOutcome outcome = await EnsureCanceledAsync();
        SimulatedOrder next = _venue.Account.Place(clientAlgoId: Id);
        DateTimeOffset placedAt = _venue.Exchange.Now;
        _venue.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, next.Status);
        Assert.InRange(next.UpdatedAt, placedAt, outcome.MayExecuteUntil!.Value);
    }

    public void Dispose() => _venue.Dispose();

    private Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(string? symbol = null) =>
        _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(Id) with { Symbol = symbol });

    private static void End(SimulatedOrder order, SimulatedOrderStatus status)
    {
        Action end = status switch
        {
            SimulatedOrderStatus.Triggered => () => order.Trigger(),
            SimulatedOrderStatus.Expired => order.Expire,
            _ => order.Cancel,
        };
        end();
    }

    private SimulatedOrder Replace(SimulatedOrder order)
    {
        order.Cancel();
        return _venue.Account.Place(clientAlgoId: Id);
    }

    private ITimer At(int milliseconds, Action action) =>
        _venue.Time.CreateTimer(_ => action(), state: null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);

    private static Fault QueryOf(SimulatedOrder order, string status = "CANCELED")
    {
        long updatedAt = order.UpdatedAt.ToUnixTimeMilliseconds();
        return Fault.Respond(200, $$"""{"algoId":{{order.AlgoId}},"clientAlgoId":"{{Id}}","algoStatus":"{{status}}","updateTime":{{updatedAt}}}""", executed: false);
    }
}
