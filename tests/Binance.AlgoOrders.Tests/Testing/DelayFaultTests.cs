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
        Task<SimulatedAnswer> cancelling = _test.CancelAsync(_order);
        Assert.Equal((false, SimulatedOrderStatus.New), (cancelling.IsCompleted, _order.Status));

        _test.Clock.Advance(Second);

        Assert.Equal((200, SimulatedOrderStatus.Canceled), ((await cancelling).StatusCode, _order.Status));
    }

    [Fact]
    public async Task A_request_that_became_too_old_on_its_way_is_refused()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(6 * Second));
        Task<SimulatedAnswer> cancelling = _test.CancelAsync(_order);

        _test.Clock.Advance(6 * Second);

        Assert.Equal((400, SimulatedOrderStatus.New), ((await cancelling).StatusCode, _order.Status));
    }

    [Fact]
    public async Task A_delayed_answer_is_executed_at_once()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeAnswering(Second));
        Task<SimulatedAnswer> cancelling = _test.CancelAsync(_order);
        Assert.Equal((false, SimulatedOrderStatus.Canceled), (cancelling.IsCompleted, _order.Status));

        _test.Clock.Advance(Second);

        Assert.Equal(200, (await cancelling).StatusCode);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_exchange()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(Second));
        using var impatient = new CancellationTokenSource();
        string query = $"algoId={_order.AlgoId}&timestamp={_test.Now}";
        var request = new SimulatedRequest("DELETE", $"{TestExchange.CancelOrQuery}?{query}&signature={_test.Sign(query)}", [new("X-MBX-APIKEY", "the-key")]);
        Task<SimulatedAnswer> cancelling = _test.Exchange.HandleAsync(request, impatient.Token).AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        _test.Clock.Advance(Second);

        Assert.Equal(SimulatedOrderStatus.Canceled, _order.Status);
    }

    [Fact]
    public async Task A_late_execution_loses_the_answer_at_once()
    {
        _test.Exchange.Faults.Next(Fault.LateExecution(Second));
        SimulatedAnswer answer = await _test.CancelAsync(_order);

        Assert.Equal((true, SimulatedOrderStatus.New), (answer.IsDropped, _order.Status));
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
    public async Task A_late_execution_is_noted_in_the_journal_when_it_takes_place()
    {
        _test.Exchange.Faults.Next(Fault.LateExecution(Second));
        await _test.CancelAsync(_order);
        Assert.Null(_test.LastRecord.JudgedAt);

        _test.Clock.Advance(10 * Second);

        Assert.Equal((true, Second), (_test.LastRecord.IsExecuted, _test.LastRecord.JudgedAt - _test.LastRecord.ReceivedAt));
    }

    [Fact]
    public void A_delay_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => Fault.LateExecution(-Second));
}
