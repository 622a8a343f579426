using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Resolves a placement whose execution is unknown, although ids are used twice, copies are executed late and queries lag.</summary>
public sealed class PlaceResolutionTests : IDisposable
{
    private const string UnknownError = """{"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}""";
    private const string RejectedTimestamp = """{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}""";
    private const string Throttled = """{"code":-1008,"msg":"Request throttled by system-level protection."}""";

    private static readonly NewAlgoOrder Stop =
        new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m) { ClientAlgoId = "my-stop" };

    private static readonly TimeSpan HalfSecond = TimeSpan.FromMilliseconds(500);

    private readonly TestVenue _venue = new();

    [Fact]
    public async Task An_ended_order_with_the_same_id_and_terms_is_never_returned_as_the_new_one()
    {
        AlgoOrder old = await PlaceAsync(Stop);
        await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(old.AlgoId));
        _venue.Time.Advance(HalfSecond);
        _venue.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromSeconds(3)));

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(_venue.Account.Orders[1].AlgoId, placed.AlgoId);
        Assert.Equal(AlgoOrderStatus.New, placed.Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_900)]
    public async Task An_order_with_the_same_id_that_fired_a_moment_ago_is_never_returned_as_the_new_one(int executedAfter)
    {
        SimulatedOrder old = _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 58_000m, quantity: 0.01m);
        _venue.Time.Advance(TimeSpan.FromMilliseconds(20));
        old.Trigger();
        old.Finish();
        _venue.Exchange.PlacementVisibilityDelay = TimeSpan.FromSeconds(1.5);
        _venue.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromMilliseconds(executedAfter)));

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(_venue.Account.Orders[1].AlgoId, placed.AlgoId);
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(700)]
    [InlineData(3_000)]
    public async Task An_older_order_is_recognized_by_Binances_clock_if_ours_differs(int clockSkew)
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromMilliseconds(clockSkew);
        SimulatedOrder old = _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 58_000m, quantity: 0.01m);
        old.Cancel();
        _venue.Time.Advance(TimeSpan.FromMilliseconds(300));
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.LateExecution(TimeSpan.FromSeconds(0.5)));

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(_venue.Account.Orders[1].AlgoId, placed.AlgoId);
    }

    [Fact]
    public async Task An_expired_order_with_the_same_id_does_not_prove_that_a_lost_one_was_placed()
    {
        SimulatedOrder old = _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 58_000m, quantity: 0.01m);
        old.Expire();
        _venue.Time.Advance(HalfSecond);
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop));

        Assert.NotEqual(ExecutionStatus.Succeeded, exception.Execution);
        Assert.Single(_venue.Account.Orders);
    }

    [Theory]
    [InlineData(503, UnknownError)]
    [InlineData(400, RejectedTimestamp)]
    [InlineData(503, Throttled)]
    public async Task A_duplicate_of_our_own_retry_is_unknown_while_no_lookup_succeeds(int statusCode, string body)
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Respond(statusCode, body, executed: true));
        _venue.Exchange.Faults.On(SimulatedOperation.Find).Next(int.MaxValue, Fault.InternalError503);
        _venue.Exchange.Faults.On(SimulatedOperation.ListOpen).Next(int.MaxValue, Fault.InternalError503);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => PlaceAsync(Stop));

        Assert.Equal((BinanceErrorCodes.DuplicatedClientOrderId, ExecutionStatus.Unknown), (exception.ErrorCode, exception.Execution));
    }

    [Theory]
    [InlineData(503, UnknownError, 3_000)]
    [InlineData(400, RejectedTimestamp, 8_000)]
    [InlineData(503, Throttled, 1_000)]
    public async Task A_duplicate_of_our_own_retry_is_looked_up_until_it_is_visible(int statusCode, string body, int lag)
    {
        _venue.Exchange.PlacementVisibilityDelay = TimeSpan.FromMilliseconds(lag);
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Respond(statusCode, body, executed: true));

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(Assert.Single(_venue.Account.Orders).AlgoId, placed.AlgoId);
    }

    [Theory]
    [InlineData(4_950, 1_600)]
    [InlineData(4_990, 1_950)]
    [InlineData(0, 7_800)]
    public async Task An_order_that_is_executed_at_the_last_moment_and_shown_late_is_found(int executedAfter, int lag)
    {
        _venue.Exchange.PlacementVisibilityDelay = TimeSpan.FromMilliseconds(lag);
        _venue.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromMilliseconds(executedAfter)));

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(Assert.Single(_venue.Account.Orders).AlgoId, placed.AlgoId);
    }

    [Fact]
    public async Task A_lost_request_is_not_executed_only_after_its_expiry_and_the_lag()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.StartsWith("POST /fapi/v1/algoOrder was not executed (", exception.Message, StringComparison.Ordinal);
        Assert.True(_venue.Time.GetUtcNow() - start > TimeSpan.FromSeconds(8));
        Assert.Equal(2, _venue.Exchange.Requests.Count(record => record.Path.EndsWith("/openAlgoOrders", StringComparison.Ordinal) && record.ProcessedAt - start > TimeSpan.FromSeconds(8)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7.9)]
    public async Task A_lost_request_is_unknown_if_the_call_ends_before_the_lag_has_passed(double timeout)
    {
        using var venue = new TestVenue(options => options.Timeout = TimeSpan.FromSeconds(timeout));
        venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(
            () => venue.Time.RunAsync(venue.Client.PlaceAsync(Stop, TestContext.Current.CancellationToken)));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Theory]
    [InlineData("NEW", true)]
    [InlineData("CANCELED", false)]
    [InlineData("EXPIRED", false)]
    public async Task An_order_without_a_creation_time_is_the_placed_one_only_while_it_is_open(string status, bool isReturned)
    {
        string order = $$"""{"algoId":7,"clientAlgoId":"my-stop","algoStatus":"{{status}}","symbol":"BTCUSDT"}""";
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.DropBeforeExecuting);
        _venue.Exchange.Faults.On(SimulatedOperation.Find).Next(int.MaxValue, Fault.Respond(200, order, executed: true));
        Task<AlgoOrder> call = PlaceAsync(Stop);

        if (isReturned)
        {
            Assert.Equal(7, (await call).AlgoId);
        }
        else
        {
            Assert.Equal(ExecutionStatus.Unknown, (await Assert.ThrowsAsync<AlgoOrderTransportException>(() => call)).Execution);
        }
    }

    [Fact]
    public async Task An_order_whose_age_cannot_be_compared_without_the_clock_is_not_returned()
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On(SimulatedOperation.ServerTime).Next(int.MaxValue, Fault.InternalError503);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop));

        Assert.Equal((ExecutionStatus.Unknown, "my-stop"), (exception.Execution, exception.ClientAlgoId));
    }

    [Fact]
    public async Task An_order_that_is_older_than_a_reading_of_the_clock_is_precise_is_not_returned()
    {
        SimulatedOrder old = _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 58_000m, quantity: 0.01m);
        old.Cancel();
        _venue.Time.Advance(TimeSpan.FromMilliseconds(230));
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.DropBeforeExecuting);
        _venue.Exchange.Faults.On(SimulatedOperation.ServerTime).Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)), Fault.DropBeforeExecuting, Fault.DropBeforeExecuting);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop));

        Assert.NotEqual(ExecutionStatus.Succeeded, exception.Execution);
    }

    [Fact]
    public async Task An_order_that_another_party_placed_before_the_lost_attempt_is_not_returned()
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Timestamp1021, Fault.DropBeforeExecuting);
        _venue.Exchange.Faults.On(SimulatedOperation.ServerTime).Next(
            Fault.BeforeExecuting(() => _venue.Account.Place(clientAlgoId: "my-stop", triggerPrice: 58_000m, quantity: 0.01m).Cancel()),
            Fault.DelayBeforeResponding(TimeSpan.FromMilliseconds(300)));

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => PlaceAsync(Stop));

        Assert.NotEqual(ExecutionStatus.Succeeded, exception.Execution);
    }

    [Fact]
    public async Task An_older_order_that_stays_open_explains_a_duplicate()
    {
        SimulatedOrder old = _venue.Account.Place(clientAlgoId: "my-stop");
        _venue.Time.Advance(HalfSecond);
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ServiceUnavailable503);

        var refusal = await Assert.ThrowsAsync<BinanceApiException>(() => PlaceAsync(Stop));

        Assert.Equal((BinanceErrorCodes.DuplicatedClientOrderId, ExecutionStatus.NotExecuted), (refusal.ErrorCode, refusal.Execution));
        Assert.True(_venue.Time.GetUtcNow() - start > TimeSpan.FromSeconds(2));
        Assert.True(old.IsLive);
    }

    [Fact]
    public async Task An_order_that_is_shown_early_is_returned_early()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromSeconds(1)));

        await PlaceAsync(Stop);

        Assert.True(_venue.Time.GetUtcNow() - start < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task An_order_that_triggered_before_it_was_found_is_returned_as_it_is()
    {
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        _venue.Exchange.Faults.On(SimulatedOperation.Find).Next(Fault.BeforeExecuting(() => _venue.Account.Orders[0].Trigger()));

        AlgoOrder placed = await PlaceAsync(Stop);

        Assert.Equal(AlgoOrderStatus.Triggered, placed.Status);
    }

    public void Dispose() => _venue.Dispose();

    private Task<AlgoOrder> PlaceAsync(NewAlgoOrder order) => _venue.Time.RunAsync(_venue.Client.PlaceAsync(order, TestContext.Current.CancellationToken));
}
