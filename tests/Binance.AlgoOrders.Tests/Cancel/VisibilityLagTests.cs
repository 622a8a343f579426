using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Cancels of orders that Binance does not show: yet, any more, or for no reason.</summary>
public sealed class VisibilityLagTests : IDisposable
{
    private static readonly Fault UnknownOrder = Fault.Respond(400, """{"code":-2011,"msg":"Unknown order sent."}""", executed: false);
    private static readonly Fault NoSuchOrder = Fault.Respond(400, """{"code":-2013,"msg":"Order does not exist."}""", executed: false);
    private static readonly Fault EmptyList = Fault.Respond(200, "[]", executed: false);

    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.9)]
    public async Task An_order_that_appears_within_the_lag_is_canceled(double seconds)
    {
        SimulatedOrder stop = _venue.Account.Place(invisibleFor: TimeSpan.FromSeconds(seconds));
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(stop));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_longer_lag_is_an_option(int seconds)
    {
        using var venue = new TestVenue(options => options.VisibilityLag = TimeSpan.FromSeconds(seconds));
        SimulatedOrder stop = venue.Account.Place(invisibleFor: TimeSpan.FromSeconds(seconds));
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await venue.EnsureCanceledAsync(stop));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("BTCUSDT")]
    public async Task A_wrong_id_is_not_found_within_the_lag_and_three_round_trips(string? symbol)
    {
        TimeSpan roundTrip = TimeSpan.FromMilliseconds(80);
        _venue.Exchange.Faults.Next(100, Fault.DelayBeforeResponding(roundTrip));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(42) with { Symbol = symbol });

        Assert.IsType<CancelAlgoOrderOutcome.NotFound>(outcome);
        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2) + (3 * roundTrip));
    }

    [Fact]
    public async Task A_lag_that_is_longer_than_the_call_makes_a_wrong_id_unknown()
    {
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(42) with { Timeout = TimeSpan.FromSeconds(1) };

        var unknown = Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await _venue.EnsureCanceledAsync(request));

        Assert.Contains("VisibilityLag", unknown.LastError.Message, StringComparison.Ordinal);
        Assert.Contains("00:00:02", unknown.LastError.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(89)]
    public async Task An_old_order_that_was_live_and_is_forgotten_has_ended(int days)
    {
        SimulatedOrder stop = _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(-days));
        AlgoOrder known = await FindAsync(stop);
        stop.Cancel();

        var ended = Assert.IsType<CancelAlgoOrderOutcome.Ended>(await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.For(known)));

        Assert.Equal((EndedEvidence.ByRetention, stop.AlgoId), (ended.Evidence, ended.Order.AlgoId));
        Assert.InRange(_venue.Exchange.Requests.Count, 1, 7);
    }

    [Fact]
    public async Task An_old_order_whose_cancel_was_lost_has_ended()
    {
        SimulatedOrder stop = _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(-7));
        AlgoOrder known = await FindAsync(stop);
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.For(known));

        Assert.Equal(EndedEvidence.ByRetention, Assert.IsType<CancelAlgoOrderOutcome.Ended>(outcome).Evidence);
        Assert.InRange(_venue.Exchange.Requests.Count, 1, 7);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(2.9)]
    [InlineData(95)]
    public async Task An_order_that_was_live_is_never_called_not_found_or_ended_by_its_age_alone(double days)
    {
        SimulatedOrder stop = _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(-days));
        AlgoOrder known = new() { AlgoId = stop.AlgoId, Status = AlgoOrderStatus.New, Symbol = stop.Symbol, CreateTime = stop.CreatedAt };
        HideForEver();

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.For(known)));
    }

    [Fact]
    public async Task An_order_that_this_call_saw_and_that_vanished_is_unknown_with_its_last_state()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(Fault.DropBeforeExecuting);
        using ITimer hide = _venue.Time.CreateTimer(_ => HideForEver(), null, TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        _venue.Exchange.Faults.On("DELETE").Next(UnknownOrder);

        var unknown = Assert.IsType<CancelAlgoOrderOutcome.Unknown>(await _venue.EnsureCanceledAsync(stop));

        Assert.Equal(AlgoOrderStatus.New, unknown.LastSeen!.Status);
    }

    [Fact]
    public async Task An_order_that_is_triggering_for_ever_has_no_child_to_speak_of()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.BeginTrigger();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var exception = Assert.Throws<AlgoOrderMayBeActiveException>(outcome.EnsureInactive);
        Assert.Equal("The order is triggering. It has no child order yet, but may have one at any moment.", exception.Message);
    }

    [Fact]
    public void A_request_for_an_order_without_an_id_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => CancelAlgoOrderRequest.For(new AlgoOrder { AlgoId = 0, Status = AlgoOrderStatus.New }));
        Assert.Contains("must be greater than zero, but was 0", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => CancelAlgoOrderRequest.For(null!));
    }

    public void Dispose() => _venue.Dispose();

    private async Task<AlgoOrder> FindAsync(SimulatedOrder order) =>
        (await _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(order.AlgoId), TestContext.Current.CancellationToken))!;

    private void HideForEver()
    {
        _venue.Exchange.Faults.On("DELETE").Next(1000, UnknownOrder);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(1000, NoSuchOrder);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/openAlgoOrders").Next(1000, EmptyList);
    }
}
