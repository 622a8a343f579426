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
    public async Task However_short_its_time_is_a_call_keeps_enough_of_it_for_a_last_look(int seconds)
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

        CancelAttempt last = outcome.Attempts.Last(attempt => attempt.Operation.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromSeconds(lastCancel), last.StartedAt - start);
    }

    [Fact]
    public async Task What_the_last_look_finds_is_the_outcome()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Cancel();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
    }

    [Fact]
    public async Task An_order_that_the_last_look_does_not_find_is_not_looked_for_twice()
    {
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(42));

        Assert.IsType<CancelAlgoOrderOutcome.NotFound>(outcome);
        Assert.Single(_venue.Exchange.Journal, record => record.Method == "GET");
    }

    [Fact]
    public async Task An_order_in_a_state_that_is_not_known_yet_is_not_called_open()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);
        _venue.Exchange.Faults.On("GET").Next(100, Fault.Answer(200, $$"""{"algoId":{{stop.AlgoId}},"algoStatus":"PAUSED"}""", executed: true));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal("PAUSED", Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastSeen!.Status.Text);
    }

    [Fact]
    public async Task While_an_attempt_may_still_be_executed_it_is_unknown_with_the_last_state_that_was_seen()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var unknown = Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome);
        Assert.Equal(AlgoOrderStatus.New, unknown.LastSeen!.Status);
        Assert.Equal(ExecutionStatus.Unknown, Assert.IsType<AlgoOrderTransportException>(unknown.LastError).Execution);
    }

    [Fact]
    public async Task Where_the_window_of_the_last_attempt_in_doubt_can_be_waited_out_it_is_still_open()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.ClockSkew = TimeSpan.FromMilliseconds(400);
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, recvWindow: TimeSpan.FromMilliseconds(500));

        Assert.IsType<CancelAlgoOrderOutcome.StillOpen>(outcome);
        SimulatedExchangeRecord lastCancel = _venue.Cancels[^1];
        SimulatedExchangeRecord lastLook = _venue.Exchange.Journal[^1];
        Assert.True(lastLook.ReceivedAt - lastCancel.ReceivedAt > TimeSpan.FromMilliseconds(1500 - 400));
    }

    [Fact]
    public async Task When_nothing_can_be_reached_it_is_unknown_after_exactly_its_time()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(1000, Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, timeout: TimeSpan.FromSeconds(4));

        Assert.Null(Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastSeen);
        Assert.Equal(TimeSpan.FromSeconds(4), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_last_look_that_the_end_of_the_time_cuts_off_does_not_hide_what_stood_in_the_way()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(100, Fault.ConnectionRefused);
        _venue.Exchange.Faults.On("GET").Next(100, Fault.DelayBeforeAnswering(TimeSpan.FromSeconds(20)));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Exception lastError = Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome).LastError;
        Assert.StartsWith("DELETE /fapi/v1/algoOrder was never sent", lastError.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();
}
