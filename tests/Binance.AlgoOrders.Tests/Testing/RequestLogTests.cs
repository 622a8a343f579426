using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class RequestLogTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task The_server_time_is_that_of_the_exchanges_clock()
    {
        _test.Exchange.ClockSkew = TimeSpan.FromSeconds(-7);

        SimulatedResponse response = await _test.SendRawAsync("GET", "/fapi/v1/time", apiKey: null);

        Assert.Equal("""{"serverTime":1772452793000}""", response.BodyText);
    }

    [Fact]
    public async Task The_response_to_a_ping_is_empty() => Assert.Equal("{}", (await _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null)).BodyText);

    [Fact]
    public async Task A_request_is_recorded_as_it_was_received()
    {
        await _test.SendRawAsync("GET", "/fapi/v1/ping?a=%2f", apiKey: null);

        RecordedRequest record = _test.LastRecord;
        Assert.Equal(("GET", "/fapi/v1/ping", "a=%2f", false), (record.Method, record.Path, record.Query, record.HasApiKey));
    }

    [Fact]
    public async Task An_executed_request_is_recorded_with_its_order()
    {
        SimulatedOrder order = _test.Account.Place();
        await _test.CancelAsync(order);

        Assert.Equal((true, order, (int?)null), (_test.LastRecord.IsExecuted, _test.LastRecord.Order, _test.LastRecord.ErrorCode));
    }

    [Fact]
    public async Task A_request_is_recorded_with_its_operation()
    {
        await _test.SendAsync("DELETE", TestExchange.CancelAll, "symbol=BTCUSDT");
        await _test.SendRawAsync("DELETE", "/dapi/v1/algoOrder?algoId=1");
        await _test.SendRawAsync("PUT", TestExchange.Place);

        Assert.Equal([SimulatedOperation.CancelAll, SimulatedOperation.Cancel, null], _test.Exchange.Requests.Select(record => record.Operation));
    }

    [Fact]
    public async Task A_record_is_readable_text_without_key_and_signature()
    {
        SimulatedOrder order = _test.Account.Place();
        _test.Exchange.Faults.Next(Fault.ExecuteThenDrop, Fault.DropBeforeExecuting);
        await _test.CancelAsync(order);
        await _test.CancelAsync(order);
        await _test.CancelAsync(order);

        Assert.Equal(
            [
                "DELETE /fapi/v1/algoOrder struck by ExecuteThenDrop: 200",
                "DELETE /fapi/v1/algoOrder struck by DropBeforeExecuting: not processed",
                "DELETE /fapi/v1/algoOrder: 400, -2011: The order is CANCELED.",
            ],
            _test.Exchange.Requests.Select(record => record.ToString()));
    }

    [Fact]
    public async Task A_rejected_request_is_recorded_with_code_reason_and_order()
    {
        SimulatedOrder order = _test.Account.Place();
        order.Trigger();
        await _test.CancelAsync(order);

        RecordedRequest record = _test.LastRecord;
        Assert.Equal((false, -2011, "The order is TRIGGERED.", order), (record.IsExecuted, record.ErrorCode, record.Reason, record.Order));
    }

    [Fact]
    public async Task Weights_add_up_within_a_minute_of_the_exchanges_clock()
    {
        await _test.SendAsync("GET", TestExchange.Open, "");
        await _test.SendAsync("GET", TestExchange.Open, "symbol=BTCUSDT");
        SimulatedResponse response = await _test.SendRawAsync("GET", "/nowhere");

        Assert.Equal("42", UsedWeight(response));
    }

    [Fact]
    public async Task The_weight_restarts_with_the_next_minute()
    {
        _test.Clock.Advance(TimeSpan.FromSeconds(59));
        await _test.SendAsync("GET", TestExchange.Open, "");
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        SimulatedResponse response = await _test.SendRawAsync("GET", "/fapi/v1/ping");

        Assert.Equal("1", UsedWeight(response));
    }

    private static string? UsedWeight(SimulatedResponse response) => TestExchange.Header(response, "X-MBX-USED-WEIGHT-1M");
}
