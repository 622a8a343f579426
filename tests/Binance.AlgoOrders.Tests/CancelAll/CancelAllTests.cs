using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelAll;

public sealed class CancelAllTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public async Task The_acknowledgement_has_a_code_and_a_message()
    {
        CancelAllAlgoOrdersResult result = await _venue.Client.CancelAllAsync("BTCUSDT", TestContext.Current.CancellationToken);
        Assert.Equal(new CancelAllAlgoOrdersResult { Code = "200", Message = "The operation of cancel all open order is done." }, result);
    }

    [Fact]
    public async Task A_symbol_is_cleared_by_one_cancel_and_two_empty_lists_that_are_the_lag_apart()
    {
        SimulatedOrder[] stops = [.. Enumerable.Range(0, 5).Select(_ => _venue.Account.Place())];
        SimulatedOrder other = _venue.Account.Place("ETHUSDT");

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.True(outcome.IsClear);
        Assert.All(stops, stop => Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status));
        Assert.Empty(outcome.Survivors);
        Assert.Equal(SimulatedOrderStatus.New, other.Status);
        RecordedRequest[] requests = [.. _venue.Exchange.Requests];
        Assert.Equal(["DELETE", .. Enumerable.Repeat("GET", requests.Length - 1)], requests.Select(request => request.Method));
        Assert.Equal(TimeSpan.FromSeconds(2), requests[^1].ReceivedAt - requests[0].ReceivedAt);
    }

    [Fact]
    public async Task An_order_that_triggers_meanwhile_is_reported_with_its_child()
    {
        SimulatedOrder stop = _venue.Account.Place();
        SimulatedOrder fast = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(Fault.BeforeExecuting(fast.BeginTrigger));
        using ITimer trigger = _venue.Time.CreateTimer(_ => fast.CompleteTrigger(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.True(outcome.IsClear);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
        var triggered = Assert.IsType<CancelAlgoOrderOutcome.Triggered>(Assert.Single(outcome.Triggered).Outcome);
        Assert.Equal(fast.ActualOrderId, triggered.Order.ActualOrderId);
    }

    [Fact]
    public async Task Orders_that_cancel_all_leaves_are_canceled_one_by_one()
    {
        _venue.Account.Place();
        _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE", "/fapi/v1/algoOpenOrders").Next(100, Fault.DropBeforeExecuting);

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.True(outcome.IsClear);
        Assert.Equal(2, outcome.Canceled.Count());
    }

    [Fact]
    public async Task Survivors_are_reported_at_the_deadline()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE").Next(1000, Fault.ConnectionRefused);
        DateTimeOffset start = _venue.Time.GetUtcNow();

        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();

        Assert.False(outcome.IsClear);
        Assert.Equal(AlgoOrderId.FromAlgoId(stop.AlgoId), Assert.Single(outcome.Survivors).Id);
        Assert.NotNull(outcome.LastError);
        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_symbol_without_orders_is_clear()
    {
        CancelAllAlgoOrdersOutcome outcome = await EnsureAsync();
        Assert.True(outcome.IsClear);
        Assert.Empty(outcome.Orders);
    }

    [Fact]
    public async Task A_rejected_key_throws_at_once()
    {
        using var venue = new TestVenue(options => options.SecretKey = "not-the-secret");
        await Assert.ThrowsAsync<BinanceApiException>(() => venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));
        Assert.Single(venue.Exchange.Requests);
    }

    [Fact]
    public async Task Canceled_orders_stay_canceled_when_a_ban_follows()
    {
        _venue.Exchange.Faults.On("GET").Next(Fault.Respond(500, "", executed: false), Fault.Banned418(TimeSpan.FromMinutes(2)));

        var exception = await Assert.ThrowsAsync<BinanceRateLimitException>(EnsureAsync);

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task Orders_canceled_one_by_one_stay_canceled_when_the_key_is_rejected()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE", "/fapi/v1/algoOpenOrders").Next(Fault.ServiceUnavailable503);
        _venue.Exchange.Faults.On("GET", "/fapi/v1/openAlgoOrders").Next(
            Fault.BeforeExecuting(() => { }), Fault.Respond(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", executed: false));

        var exception = await Assert.ThrowsAsync<BinanceApiException>(EnsureAsync);

        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_blank_symbol_is_rejected_before_a_request_is_sent(string symbol)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _venue.Client.CancelAllAsync(symbol, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => _venue.Client.EnsureAllCanceledAsync(symbol, TestContext.Current.CancellationToken));
        Assert.Empty(_venue.Exchange.Requests);
    }

    public void Dispose() => _venue.Dispose();

    private Task<CancelAllAlgoOrdersOutcome> EnsureAsync() =>
        _venue.Time.RunAsync(_venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));
}
