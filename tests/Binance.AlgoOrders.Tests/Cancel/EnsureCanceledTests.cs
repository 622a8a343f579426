using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

public sealed class EnsureCanceledTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public async Task An_acknowledged_cancel_is_canceled_with_one_request()
    {
        SimulatedOrder stop = _venue.Account.Place();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(CancelEvidence.Acknowledged, canceled.Evidence);
        Assert.Equal(stop.AlgoId, canceled.Acknowledgement!.AlgoId);
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_cancel_whose_response_was_lost_is_canceled_by_query()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        var canceled = Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(CancelEvidence.Queried, canceled.Evidence);
        Assert.Equal(AlgoOrderStatus.Canceled, canceled.Order!.Status);
        Assert.Equal(["DELETE", "GET"], _venue.Exchange.Requests.Select(record => record.Method));
    }

    [Fact]
    public async Task A_cancel_that_was_lost_before_execution_is_sent_again_at_once()
    {
        SimulatedOrder stop = _venue.Account.Place();
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(CancelEvidence.Acknowledged, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
        Assert.Equal(["DELETE", "GET", "DELETE"], _venue.Exchange.Requests.Select(record => record.Method));
        Assert.Equal(start, _venue.Time.GetUtcNow());
    }

    [Fact]
    public async Task An_order_that_another_party_canceled_is_canceled_by_query()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Cancel();
        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(stop)).Evidence);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("BTCUSDT", true)]
    public async Task An_unknown_id_is_looked_up_for_the_whole_lag_and_with_a_symbol_in_the_open_orders(string? symbol, bool absentFromOpenOrders)
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(42) with { Symbol = symbol });

        Assert.Equal(absentFromOpenOrders, Assert.IsType<CancelAlgoOrderOutcome.NotFound>(outcome).AbsentFromOpenOrders);
        Assert.Equal(TimeSpan.FromSeconds(2), _venue.Time.GetUtcNow() - start);
        Assert.Equal(4, _venue.Exchange.Requests.Count(record => record is { Method: "GET", Path: "/fapi/v1/algoOrder" }));
    }

    [Fact]
    public async Task A_lag_after_the_placement_is_not_mistaken_for_absence()
    {
        SimulatedOrder stop = _venue.Account.Place(invisibleFor: TimeSpan.FromMilliseconds(300));
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(stop));
    }

    [Fact]
    public async Task An_order_that_was_found_between_two_lookups_is_not_called_not_found()
    {
        SimulatedOrder stop = _venue.Account.Place();
        Fault unknown = Fault.Respond(400, """{"code":-2013,"msg":"Order does not exist."}""", executed: false);
        Fault seen = Fault.Respond(200, $$"""{"algoId":{{stop.AlgoId}},"algoStatus":"NEW"}""", executed: false);
        _venue.Exchange.Faults.On("DELETE").Next(3, Fault.Respond(400, """{"code":-2011,"msg":"Unknown order sent."}""", executed: false));
        _venue.Exchange.Faults.On("GET").Next(unknown, seen, unknown);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }

    [Fact]
    public async Task An_old_order_that_was_never_seen_is_not_found_and_absent()
    {
        SimulatedOrder stop = _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(-7));
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, symbol: stop.Symbol);

        Assert.True(Assert.IsType<CancelAlgoOrderOutcome.NotFound>(outcome).AbsentFromOpenOrders);
        Assert.InRange(_venue.Exchange.Requests.Count, 1, 12);
    }

    [Fact]
    public async Task An_acknowledgement_of_another_order_is_looked_up()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.WrongIdAcknowledgement(executed: true));
        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.EnsureCanceledAsync(stop)).Evidence);
    }

    [Fact]
    public async Task An_order_that_is_found_only_in_the_open_orders_is_canceled_by_its_algoId()
    {
        SimulatedOrder stop = _venue.Account.Place(clientAlgoId: "my-stop");
        _venue.Exchange.Faults.On("DELETE").Next(Fault.Respond(400, """{"code":-2011,"msg":"Unknown order sent."}""", executed: false));
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(Fault.Respond(400, """{"code":-2013,"msg":"Order does not exist."}""", executed: false));

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId("my-stop") with { Symbol = stop.Symbol });

        Assert.Equal(CancelEvidence.Acknowledged, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome).Evidence);
        Assert.StartsWith($"algoId={stop.AlgoId}&", _venue.Cancels[^1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_key_throws_at_once()
    {
        using var venue = new TestVenue(options => options.SecretKey = "not-the-secret");
        SimulatedOrder stop = venue.Account.Place();

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => venue.EnsureCanceledAsync(stop));

        Assert.Equal(BinanceErrorCodes.InvalidSignature, exception.ErrorCode);
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Single(venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_permanently_rejected_lookup_throws_at_once_and_leaves_the_execution_unknown()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On("GET").Next(Fault.Respond(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", executed: false));

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => _venue.EnsureCanceledAsync(stop));

        Assert.Equal((BinanceErrorCodes.RejectedApiKey, ExecutionStatus.Unknown), (exception.ErrorCode, exception.Execution));
        Assert.Equal(2, _venue.Exchange.Requests.Count);
    }

    [Fact]
    public async Task The_attempts_are_listed_in_order()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ServiceUnavailable503, Fault.ExecuteThenDrop);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(
            [
                ("DELETE /fapi/v1/algoOrder", ExecutionStatus.NotExecuted, 503),
                ("DELETE /fapi/v1/algoOrder", ExecutionStatus.Unknown, null),
                ("GET /fapi/v1/algoOrder", ExecutionStatus.Succeeded, 200),
            ],
            outcome.Attempts.Select(attempt => (attempt.Endpoint, attempt.Execution, (int?)attempt.StatusCode)));
        Assert.True(outcome.Attempts[1].StartedAt > outcome.Attempts[0].StartedAt);
        Assert.IsType<HttpRequestException>(outcome.Attempts[1].Failure);
    }

    public void Dispose() => _venue.Dispose();
}
