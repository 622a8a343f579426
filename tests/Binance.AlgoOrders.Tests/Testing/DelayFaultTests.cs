using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class DelayFaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TestExchange _test = new();
    private readonly SimulatedOrder _order;

    public DelayFaultTests() => _order = _test.Account.Place();

    [Fact]
    public async Task A_delayed_request_is_executed_after_the_delay()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(Second));
        Task<SimulatedResponse> canceling = _test.CancelAsync(_order);
        Assert.Equal((false, SimulatedOrderStatus.New), (canceling.IsCompleted, _order.Status));

        _test.Clock.Advance(Second);

        Assert.Equal((200, SimulatedOrderStatus.Canceled), ((await canceling).StatusCode, _order.Status));
    }

    [Fact]
    public async Task A_request_that_became_too_old_during_the_delay_is_rejected()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(6 * Second));
        Task<SimulatedResponse> canceling = _test.CancelAsync(_order);

        _test.Clock.Advance(6 * Second);

        Assert.Equal((400, SimulatedOrderStatus.New), ((await canceling).StatusCode, _order.Status));
    }

    [Fact]
    public async Task A_request_with_a_delayed_response_is_executed_immediately()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeResponding(Second));
        Task<SimulatedResponse> canceling = _test.CancelAsync(_order);
        Assert.Equal((false, SimulatedOrderStatus.Canceled), (canceling.IsCompleted, _order.Status));

        _test.Clock.Advance(Second);

        Assert.Equal(200, (await canceling).StatusCode);
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_does_not_stop_the_execution()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(Second));
        using var cancellation = new CancellationTokenSource();
        string query = $"algoId={_order.AlgoId}&timestamp={_test.Now}";
        var request = new SimulatedRequest("DELETE", $"{TestExchange.CancelOrQuery}?{query}&signature={_test.Sign(query)}", [new("X-MBX-APIKEY", "the-key")]);
        Task<SimulatedResponse> canceling = _test.Exchange.HandleAsync(request, cancellation.Token).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        _test.Clock.Advance(Second);

        Assert.Equal(SimulatedOrderStatus.Canceled, _order.Status);
    }

    [Fact]
    public async Task A_late_execution_loses_the_response_immediately()
    {
        _test.Exchange.Faults.Next(Fault.LateExecution(Second));
        SimulatedResponse response = await _test.CancelAsync(_order);

        Assert.Equal((true, SimulatedOrderStatus.New), (response.IsDropped, _order.Status));
    }

    [Theory]
    [InlineData(5000, SimulatedOrderStatus.Canceled)]
    [InlineData(5001, SimulatedOrderStatus.New)]
    public async Task A_late_execution_takes_place_until_the_window_has_passed_on_the_exchanges_clock(int delay, SimulatedOrderStatus status)
    {
        _test.Exchange.ClockSkew = TimeSpan.FromMinutes(10);
        _test.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromMilliseconds(delay)));
        await _test.CancelAsync(_order);

        _test.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(status, _order.Status);
    }

    [Fact]
    public async Task A_late_execution_is_recorded_at_the_time_of_its_execution()
    {
        _test.Exchange.Faults.Next(Fault.LateExecution(Second));
        await _test.CancelAsync(_order);
        Assert.Null(_test.LastRecord.ProcessedAt);

        _test.Clock.Advance(10 * Second);

        Assert.Equal((true, Second), (_test.LastRecord.IsExecuted, _test.LastRecord.ProcessedAt - _test.LastRecord.ReceivedAt));
    }

    [Fact]
    public async Task A_late_cancel_of_all_orders_cancels_the_orders_that_are_open_then()
    {
        _test.Exchange.Faults.Next(Fault.LateExecution(4 * Second));
        await _test.CancelAllAsync("BTCUSDT");
        _order.Cancel();
        SimulatedOrder next = _test.Account.Place();

        _test.Clock.Advance(4 * Second);

        Assert.Equal(SimulatedOrderStatus.Canceled, next.Status);
        Assert.Equal([next], _test.LastRecord.CanceledOrders);
    }

    [Theory]
    [InlineData(5000, 1)]
    [InlineData(5001, 0)]
    public async Task A_late_new_order_is_placed_until_the_window_has_passed(int delay, int placed)
    {
        _test.Exchange.Faults.Next(Fault.LateExecution(TimeSpan.FromMilliseconds(delay)));
        await _test.PlaceAsync("clientAlgoId=late");

        _test.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(placed, _test.Account.Orders.Count(order => order.ClientAlgoId == "late"));
    }

    [Fact]
    public async Task A_request_that_is_executed_twice_cancels_the_next_order_with_the_same_id()
    {
        SimulatedOrder first = _test.Account.Place(clientAlgoId: "mine");
        _test.Exchange.Faults.Next(Fault.ExecuteTwice(Second));
        SimulatedResponse response = await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, "clientAlgoId=mine");
        Assert.Equal((true, SimulatedOrderStatus.Canceled), (response.IsDropped, first.Status));
        SimulatedOrder next = _test.Account.Place(clientAlgoId: "mine");

        _test.Clock.Advance(Second);

        Assert.Equal(SimulatedOrderStatus.Canceled, next.Status);
        Assert.Equal([first, next], _test.LastRecord.CanceledOrders);
    }

    [Fact]
    public async Task A_second_execution_without_effect_does_not_change_the_record()
    {
        _test.Exchange.Faults.Next(Fault.ExecuteTwice(Second));
        await _test.CancelAsync(_order);

        _test.Clock.Advance(Second);

        Assert.Equal((true, 200), (_test.LastRecord.IsExecuted, _test.LastRecord.StatusCode));
        Assert.Equal([_order], _test.LastRecord.CanceledOrders);
    }

    [Fact]
    public void A_negative_delay_is_rejected() => Assert.Throws<ArgumentOutOfRangeException>(() => Fault.LateExecution(-Second));
}
