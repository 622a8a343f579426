using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelAll;

/// <summary>Checks when a symbol may be called clear.</summary>
public sealed class ClearClaimTests : IDisposable
{
    private const string CancelAllPath = "/fapi/v1/algoOpenOrders";

    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(1900)]
    public async Task A_stop_that_is_not_visible_yet_is_found_and_canceled(int lagMilliseconds)
    {
        SimulatedOrder stop = _venue.Account.Place(invisibleFor: TimeSpan.FromMilliseconds(lagMilliseconds));

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.True(outcome.IsClear);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    [Theory]
    [InlineData(503, """{"code":0,"msg":"Service Unavailable."}""")]
    [InlineData(403, "<html>Forbidden</html>")]
    [InlineData(400, """{"code":-9999,"msg":"A code that is not known yet."}""")]
    public async Task Nothing_is_clear_without_an_acknowledgement(int status, string body)
    {
        SimulatedOrder stop = _venue.Account.Place(invisibleFor: TimeSpan.FromMinutes(1));
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(1000, Fault.Respond(status, body, executed: false));

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.False(outcome.IsClear);
        Assert.Equal(SimulatedOrderStatus.New, stop.Status);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(4.9)]
    public async Task A_late_copy_is_waited_for_so_that_it_cannot_cancel_the_next_stop(double seconds)
    {
        _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(Fault.LateExecution(TimeSpan.FromSeconds(seconds)));

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();
        SimulatedOrder next = _venue.Account.Place();
        _venue.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.True(outcome.IsClear);
        Assert.Null(outcome.MayExecuteUntil);
        Assert.Equal(SimulatedOrderStatus.New, next.Status);
    }

    [Fact]
    public async Task A_late_copy_that_outlives_the_call_is_reported()
    {
        using var venue = new TestVenue(options => options.RecvWindow = TimeSpan.FromSeconds(60));
        venue.Account.Place();
        venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(Fault.LateExecution(TimeSpan.FromSeconds(40)));
        DateTimeOffset start = venue.Exchange.Now;

        CancelAllAlgoOrdersOutcome outcome = await venue.Time.RunAsync(venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.False(outcome.IsClear);
        Assert.Empty(outcome.Survivors);
        Assert.Equal(start.AddSeconds(60).AddMilliseconds(1), outcome.MayExecuteUntil);
    }

    [Fact]
    public async Task A_plain_cancel_of_all_orders_is_not_repeated_while_a_copy_may_be_executed()
    {
        _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(Fault.LateExecution(TimeSpan.FromSeconds(4)));

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() =>
            _venue.Time.RunAsync(_venue.Client.CancelAllAsync("BTCUSDT", TestContext.Current.CancellationToken)));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.Single(_venue.Cancels);
    }

    [Fact]
    public async Task A_plain_cancel_of_all_orders_is_repeated_if_it_was_not_executed()
    {
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(Fault.ServiceUnavailable503);
        await _venue.Time.RunAsync(_venue.Client.CancelAllAsync("BTCUSDT", TestContext.Current.CancellationToken));
        Assert.Equal(2, _venue.Cancels.Count);
    }

    [Fact]
    public async Task An_order_that_vanishes_without_a_trace_is_a_survivor()
    {
        SimulatedOrder stop = _venue.Account.Place();
        string element = $$"""[{"algoId":{{stop.AlgoId}},"algoStatus":"NEW","symbol":"BTCUSDT","createTime":{{stop.CreatedAt.ToUnixTimeMilliseconds()}}}]""";
        _venue.Exchange.Faults.On("GET", "/fapi/v1/openAlgoOrders").Next(Fault.Respond(200, element, executed: false));
        _venue.Exchange.Faults.On("GET", "/fapi/v1/algoOrder").Next(1000, Fault.Respond(400, """{"code":-2013,"msg":"Order does not exist."}""", executed: false));

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.False(outcome.IsClear);
        Assert.Equal(AlgoOrderId.FromAlgoId(stop.AlgoId), Assert.Single(outcome.Survivors).Id);
    }

    [Fact]
    public async Task A_cancel_of_all_orders_that_fails_in_part_is_followed_by_single_cancels()
    {
        SimulatedOrder[] stops = [_venue.Account.Place(), _venue.Account.Place(), _venue.Account.Place()];
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(
            Fault.BeforeExecuting(stops[0].Cancel), Fault.Respond(400, """{"code":-2012,"msg":"Batch cancel failure."}""", executed: false));
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(1000, Fault.Respond(400, """{"code":-2012,"msg":"Batch cancel failure."}""", executed: false));

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.All(stops, stop => Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status));
        Assert.True(outcome.IsClear);
    }

    [Theory]
    [InlineData(-2011, "Unknown order sent.")]
    [InlineData(-2012, "Batch cancel failure.")]
    public async Task An_empty_symbol_that_is_answered_by_an_error_is_clear(int code, string text)
    {
        _venue.Exchange.Faults.On("DELETE", CancelAllPath).Next(1000, Fault.Respond(400, $$"""{"code":{{code}},"msg":"{{text}}"}""", executed: false));
        Assert.True((await EnsureAsync()).IsClear);
    }

    [Fact]
    public async Task An_order_that_fired_and_finished_is_listed_as_triggered()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.BeginTrigger();
        using ITimer finish = _venue.Time.CreateTimer(_ => Finish(stop), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.False(Assert.Single(outcome.Triggered).IsInactive);
    }

    [Fact]
    public async Task A_null_id_is_a_result_and_the_other_orders_are_canceled()
    {
        SimulatedOrder[] stops = [_venue.Account.Place(), _venue.Account.Place()];
        AlgoOrderId?[] ids = [AlgoOrderId.FromAlgoId(stops[0].AlgoId), null, AlgoOrderId.FromAlgoId(stops[1].AlgoId)];

        List<CancelManyResult> results = await _venue.Time.RunAsync(CollectAsync(ids!));

        Assert.Equal(2, results.Count(result => result.IsInactive));
        Assert.Contains("must not be null", Assert.Single(results, result => result.Error is not null).Error!.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();

    private async Task<List<CancelManyResult>> CollectAsync(IEnumerable<AlgoOrderId> ids)
    {
        List<CancelManyResult> results = [];
        await foreach (CancelManyResult result in _venue.Client.CancelManyAsync(ids, cancellationToken: TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        return results;
    }

    private static void Finish(SimulatedOrder order)
    {
        order.CompleteTrigger();
        order.Finish();
    }

    private Task<CancelAllAlgoOrdersOutcome> EnsureAsync() =>
        _venue.Time.RunAsync(_venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));
}
