using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.WebSockets;

public class WebSocketApiTests
{
    private const string Weight = """{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":2400,"count":""";

    private static readonly (string, object)[] Stop =
    [
        ("algoType", "CONDITIONAL"), ("symbol", "BTCUSDT"), ("side", "SELL"), ("type", "STOP_MARKET"), ("quantity", "0.010"), ("triggerPrice", "50000.00"),
    ];

    private readonly TestExchange _test = new();
    private readonly ApiClient _client;

    public WebSocketApiTests() => _client = new ApiClient(_test);

    [Fact]
    public void An_order_is_placed()
    {
        string? response = _client.Call("algoOrder.place", [.. Stop, ("clientAlgoId", "a/b:c")]);

        Assert.StartsWith("""{"id":"the-id","status":200,"result":{"algoId":""", response, StringComparison.Ordinal);
        Assert.EndsWith(
            $$$"""
            "rateLimits":[{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":300,"count":1},{"rateLimitType":"ORDERS","interval":"MINUTE","intervalNum":1,"limit":1200,"count":1},{{{Weight}}}5}]}
            """,
            response,
            StringComparison.Ordinal);
        Assert.Equal("a/b:c", Assert.Single(_test.Account.LiveOrders).ClientAlgoId);
    }

    [Fact]
    public void A_new_order_is_checked_as_over_HTTP() =>
        ApiClient.AssertError(_client.Call("algoOrder.place", [.. Stop, ("clientAlgoId", "ü")]), 400, -1100);

    [Fact]
    public void An_order_is_canceled()
    {
        SimulatedOrder order = _test.Account.Place(clientAlgoId: "mine");

        Assert.Equal(
            $$$"""{"id":"the-id","status":200,"result":{"algoId":{{{order.AlgoId}}},"clientAlgoId":"mine","code":"200","msg":"success"},"rateLimits":[{{{Weight}}}6}]}""",
            _client.Call("algoOrder.cancel", ("algoId", order.AlgoId)));
        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Fact]
    public void An_unknown_order_gets_the_error_of_HTTP() => Assert.Equal(
        $$$"""{"id":"the-id","status":400,"error":{"code":-2011,"msg":"Unknown order sent."},"rateLimits":[{{{Weight}}}6}]}""",
        _client.Call("algoOrder.cancel", ("algoId", 1)));

    [Fact]
    public async Task Orders_are_counted_together_with_those_over_HTTP()
    {
        _client.Call("algoOrder.place", Stop);
        SimulatedResponse response = await _test.PlaceAsync();

        Assert.Equal("2", TestExchange.Header(response, "X-MBX-ORDER-COUNT-10S"));
    }

    [Fact]
    public void Weight_is_counted_apart_from_that_over_HTTP()
    {
        _client.Call("algoOrder.cancel", ("algoId", 1));

        Assert.Equal((6, 0), (_test.Exchange.UsedWebSocketWeight, _test.Exchange.UsedWeight));
    }

    [Fact]
    public void Beyond_the_weight_limit_requests_and_handshakes_are_rejected()
    {
        _test.Exchange.WebSocketWeightLimit = 6;
        SimulatedOrder order = _test.Account.Place();
        _client.SendRaw("""{"id":1,"method":"ping"}""");

        ApiClient.AssertError(_client.Call("algoOrder.cancel", ("algoId", order.AlgoId)), 429, -1003);
        Assert.Equal(SimulatedOrderStatus.New, order.Status);
        Assert.Null(_test.Exchange.ConnectWebSocket("/ws-fapi/v1"));
    }

    [Theory]
    [InlineData("""{"id":7,"method":"ping"}""", """{"id":7,"status":200,"result":{},""")]
    [InlineData("""{"id":null,"method":"ping","params":{}}""", """{"id":null,"status":200,"result":{},""")]
    [InlineData("""{"method":"time"}""", """{"id":null,"status":200,"result":{"serverTime":1772452800000},""")]
    [InlineData("""{"id":"a","method":"order.place"}""", """{"id":"a","status":400,"error":{"code":-1020,"msg":"This operation is not supported."},""")]
    [InlineData("""{"id":"a","method":""}""", """{"id":"a","status":400,"error":{"code":-1135,"msg":"Invalid JSON Request."},""")]
    [InlineData("""{"id":"a","method":"ping","params":[]}""", """{"id":"a","status":400,"error":{"code":-1135,"msg":"Invalid JSON Request."},""")]
    [InlineData("""{"id":"a","method":"ping","params":{"a":null}}""", """{"id":"a","status":400,"error":{"code":-1135,"msg":"Invalid JSON Request."},""")]
    [InlineData("""{"id":"a","method":"ping" """, """{"id":null,"status":400,"error":{"code":-1135,"msg":"Invalid JSON Request."},""")]
    [InlineData("""{"id":"a","method":"\ud800"}""", """{"id":null,"status":400,"error":{"code":-1135,"msg":"Invalid JSON Request."},""")]
    [InlineData("7", """{"id":null,"status":400,"error":{"code":-1135,"msg":"Invalid JSON Request."},""")]
    public void A_response_repeats_the_id(string request, string response) =>
        Assert.StartsWith(response, _client.SendRaw(request), StringComparison.Ordinal);

    [Fact]
    public void A_request_with_an_old_time_is_rejected()
    {
        (string, object)[] parameters = [("algoId", 1), ("apiKey", "the-key"), ("timestamp", _test.Now - 5001)];

        ApiClient.AssertError(_client.Send("algoOrder.cancel", [.. parameters, ("signature", _client.Sign(parameters))]), 400, -1021);
    }

    [Fact]
    public void A_request_is_recorded_with_its_method()
    {
        SimulatedOrder order = _test.Account.Place();
        _client.Call("algoOrder.cancel", ("algoId", order.AlgoId));

        RecordedRequest record = _test.LastRecord;
        Assert.Equal(
            ("algoOrder.cancel", "/ws-fapi/v1", SimulatedOperation.Cancel, true, order),
            (record.Method, record.Path, record.Operation, record.HasApiKey, record.Order));
    }

    [Fact]
    public void A_request_that_is_dropped_before_its_execution_ends_the_connection()
    {
        SimulatedOrder order = _test.Account.Place();
        _test.Exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.DropBeforeExecuting);

        Assert.Null(_client.Call("algoOrder.cancel", ("algoId", order.AlgoId)));
        Assert.Equal((SimulatedWebSocketState.Dropped, SimulatedOrderStatus.New), (_client.Socket.State, order.Status));
    }

    [Fact]
    public void A_request_whose_response_is_lost_is_executed()
    {
        SimulatedOrder order = _test.Account.Place();
        _test.Exchange.Faults.On("algoOrder.cancel").Next(Fault.ExecuteThenDrop);

        Assert.Null(_client.Call("algoOrder.cancel", ("algoId", order.AlgoId)));
        Assert.Equal((SimulatedWebSocketState.Dropped, SimulatedOrderStatus.Canceled), (_client.Socket.State, order.Status));
        Assert.Null(_client.SendRaw("""{"id":1,"method":"ping"}"""));
    }

    [Fact]
    public void A_delayed_response_comes_on_the_same_connection_after_a_later_one()
    {
        SimulatedOrder order = _test.Account.Place();
        _test.Exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.DelayBeforeResponding(TimeSpan.FromSeconds(1)));

        Assert.Null(_client.Call("algoOrder.cancel", ("algoId", order.AlgoId)));
        Assert.NotNull(_client.SendRaw("""{"id":1,"method":"ping"}"""));
        _test.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith("""{"id":"the-id","status":200""", _client.Socket.TryRead()?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_of_code_of_the_test_is_thrown_to_it()
    {
        _test.Exchange.Faults.Next(Fault.BeforeExecuting(() => throw new TimeoutException()));

        Assert.Throws<TimeoutException>(() => _client.SendRaw("""{"id":1,"method":"ping"}"""));
    }

    [Fact]
    public void A_body_that_is_no_JSON_is_sent_as_it_is()
    {
        _test.Exchange.Faults.Next(Fault.HtmlForbidden403);

        Assert.StartsWith("<html>", _client.SendRaw("""{"id":1,"method":"ping"}"""), StringComparison.Ordinal);
    }
}
