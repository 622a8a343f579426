using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class CancelAllEndpointTests
{
    private const string Done = """{"code":200,"msg":"The operation of cancel all open order is done."}""";
    private readonly TestExchange _test = new();

    [Fact]
    public async Task Every_new_order_of_the_symbol_is_canceled()
    {
        SimulatedOrder[] orders = [_test.Account.Place(), _test.Account.Place(), _test.Account.Place()];

        SimulatedResponse response = await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal((200, Done), (response.StatusCode, response.BodyText));
        Assert.All(orders, order => Assert.Equal(SimulatedOrderStatus.Canceled, order.Status));
    }

    [Fact]
    public async Task Without_open_orders_the_response_is_the_same()
    {
        SimulatedResponse response = await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal((200, Done), (response.StatusCode, response.BodyText));
    }

    [Theory]
    [InlineData(SimulatedOrderStatus.Triggering)]
    [InlineData(SimulatedOrderStatus.Triggered)]
    [InlineData(SimulatedOrderStatus.Finished)]
    [InlineData(SimulatedOrderStatus.Expired)]
    [InlineData(SimulatedOrderStatus.Rejected)]
    public async Task An_order_that_is_no_longer_new_does_not_change(SimulatedOrderStatus status)
    {
        SimulatedOrder order = Orders.In(status, _test.Account);

        await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal(status, order.Status);
    }

    [Fact]
    public async Task Orders_of_other_symbols_and_accounts_do_not_change()
    {
        SimulatedOrder[] others = [_test.Account.Place("ETHUSDT"), _test.Exchange.AddAccount().Place()];

        await _test.CancelAllAsync("BTCUSDT");

        Assert.All(others, order => Assert.Equal(SimulatedOrderStatus.New, order.Status));
    }

    [Fact]
    public async Task An_order_that_is_not_visible_yet_is_not_canceled()
    {
        SimulatedOrder order = _test.Account.Place(invisibleFor: TimeSpan.FromSeconds(1));

        await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal(SimulatedOrderStatus.New, order.Status);
    }

    [Fact]
    public async Task The_record_contains_the_canceled_orders()
    {
        SimulatedOrder[] orders = [_test.Account.Place(), _test.Account.Place()];

        await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal(orders, _test.LastRecord.CanceledOrders);
    }

    [Theory]
    [InlineData(-2011, "Unknown order sent.")]
    [InlineData(-2012, "Batch cancel failure.")]
    public async Task Without_open_orders_the_response_may_be_an_error(int errorCode, string message)
    {
        _test.Exchange.EmptyCancelAllErrorCode = errorCode;

        TestExchange.AssertRejected(await _test.CancelAllAsync("BTCUSDT"), 400, errorCode, message);
        Assert.False(_test.LastRecord.IsExecuted);
    }

    [Fact]
    public async Task The_error_for_no_open_orders_does_not_apply_if_there_are_some()
    {
        _test.Exchange.EmptyCancelAllErrorCode = -2011;
        _test.Account.Place();

        Assert.Equal(200, (await _test.CancelAllAsync("BTCUSDT")).StatusCode);
    }

    [Fact]
    public async Task A_failed_cancel_of_all_orders_may_have_canceled_some()
    {
        SimulatedOrder[] orders = [_test.Account.Place(), _test.Account.Place()];
        _test.Exchange.Faults.Next(Fault.CancelAllFailed2012(canceled: 1));

        TestExchange.AssertRejected(await _test.CancelAllAsync("BTCUSDT"), 400, -2012, "Batch cancel failure.");

        Assert.Equal([SimulatedOrderStatus.Canceled, SimulatedOrderStatus.New], orders.Select(order => order.Status));
        Assert.True(_test.LastRecord.IsExecuted);
        Assert.Equal([orders[0]], _test.LastRecord.CanceledOrders);
    }

    [Fact]
    public void A_negative_number_of_canceled_orders_is_rejected() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.CancelAllFailed2012(canceled: -1));

    [Theory]
    [InlineData("", -1102)]
    [InlineData("symbol=", -1102)]
    [InlineData("symbol=btcusdt", -1121)]
    public async Task A_symbol_is_required(string parameters, int errorCode)
    {
        await _test.SendAsync("DELETE", TestExchange.CancelAll, parameters);

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task It_costs_a_weight_of_one() =>
        Assert.Equal("1", TestExchange.Header(await _test.CancelAllAsync("BTCUSDT"), "X-MBX-USED-WEIGHT-1M"));
}
