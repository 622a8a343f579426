using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Calls that run out of time before the order is known to be inactive.</summary>
public sealed class EnsureCanceledOutOfTimeTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public async Task An_order_that_no_attempt_can_cancel_any_more_is_still_open()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var stillOpen = Assert.IsType<CancelAlgoOrderOutcome.StillOpen>(outcome);
        Assert.Equal(AlgoOrderStatus.New, stillOpen.Order.Status);
        Assert.Equal(ExecutionStatus.NotExecuted, Assert.IsType<AlgoOrderTransportException>(stillOpen.LastError).Execution);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_short_call_keeps_enough_time_for_a_last_lookup(int seconds)
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, timeout: TimeSpan.FromSeconds(seconds));

        Assert.IsType<CancelAlgoOrderOutcome.StillOpen>(outcome);
    }

    [Theory]
    [InlineData(4, 2, 3)]
    [InlineData(10, 2, 8)]
    [InlineData(10, 1, 9)]
    public async Task The_last_cancel_leaves_a_quarter_of_the_time_but_no_more_than_an_attempt_may_take(int timeout, int attemptTimeout, int lastCancel)
    {
        using var venue = new TestVenue(options => options.AttemptTimeout = TimeSpan.FromSeconds(attemptTimeout));
        SimulatedOrder stop = venue.Account.Place();
        DateTimeOffset start = venue.Time.GetUtcNow();
        venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);

        CancelAlgoOrderOutcome outcome = await venue.EnsureCanceledAsync(stop, timeout: TimeSpan.FromSeconds(timeout));

        CancelAttempt last = outcome.Attempts.Last(attempt => attempt.Endpoint.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromSeconds(lastCancel), last.StartedAt - start);
    }

    [Fact]
    public async Task The_last_lookup_decides_the_outcome()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Cancel();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
    }

    [Theory]
    [InlineData(2, typeof(CancelAlgoOrderOutcome.NotFound))]
    [InlineData(9.9, typeof(CancelAlgoOrderOutcome.Unknown))]
    public async Task An_order_is_looked_up_although_no_cancel_goes_through(double visibilityLag, Type outcome)
    {
        using var venue = new TestVenue(options => options.VisibilityLag = TimeSpan.FromSeconds(visibilityLag));
        venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);
        Assert.IsType(outcome, await venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(42)));
    }

    [Fact]
    public async Task An_order_with_an_unknown_status_is_not_called_open()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);
        _venue.Exchange.Faults.On("GET").Next(100, Fault.Respond(200, $$"""{"algoId":{{stop.AlgoId}},"algoStatus":"PAUSED"}""", executed: true));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal("PAUSED", Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastSeen!.Status.Text);
    }

    [Fact]
    public async Task The_outcome_is_unknown_with_the_last_seen_order_while_an_attempt_may_still_be_executed()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var unknown = Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome);
        Assert.Equal(AlgoOrderStatus.New, unknown.LastSeen!.Status);
        Assert.Equal(ExecutionStatus.Unknown, Assert.IsType<AlgoOrderTransportException>(unknown.LastError).Execution);
    }

    [Fact]
    public async Task A_lookup_at_the_expiry_of_the_last_unknown_attempt_may_lag()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, recvWindow: TimeSpan.FromMilliseconds(500));

        Assert.Equal(AlgoOrderStatus.New, Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastSeen!.Status);
        Assert.NotNull(outcome.MayExecuteUntil);
    }

    [Fact]
    public async Task The_order_is_still_open_once_the_window_of_the_last_unknown_attempt_has_passed()
    {
        using var venue = new TestVenue(options => options.VisibilityLag = TimeSpan.Zero);
        SimulatedOrder stop = venue.Account.Place();
        venue.Exchange.ClockSkew = TimeSpan.FromMilliseconds(400);
        venue.Exchange.Faults.On("DELETE").Next(100, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await venue.EnsureCanceledAsync(stop, recvWindow: TimeSpan.FromMilliseconds(500));

        Assert.IsType<CancelAlgoOrderOutcome.StillOpen>(outcome);
        Assert.Null(outcome.MayExecuteUntil);
        RecordedRequest lastCancel = venue.Cancels[^1];
        RecordedRequest lastLook = venue.Exchange.Requests[^1];
        Assert.True(lastLook.ReceivedAt - lastCancel.ReceivedAt > TimeSpan.FromMilliseconds(1500 - 400));
    }

    [Fact]
    public async Task The_outcome_is_unknown_at_the_deadline_if_Binance_cannot_be_reached()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(1000, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, timeout: TimeSpan.FromSeconds(4));

        Assert.Null(Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastSeen);
        Assert.Equal(TimeSpan.FromSeconds(4), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_last_lookup_that_the_deadline_cuts_off_does_not_hide_the_failure_before_it()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);
        _venue.Exchange.Faults.On("GET").Next(100, Fault.DelayBeforeResponding(TimeSpan.FromSeconds(20)));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Exception lastError = Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastError;
        Assert.StartsWith("DELETE /fapi/v1/algoOrder was never sent", lastError.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();
}
