using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The endpoints of ordinary orders, positions and balances.</summary>
public class OrdinaryEndpointTests
{
    private const string Order = "/fapi/v1/order";
    private const string Buy = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.5";
    private const string RestingBuy = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.5&price=40000&newClientOrderId=my-order";

    private readonly TestExchange _test = new();

    public OrdinaryEndpointTests() => _test.Exchange.SetPrice("BTCUSDT", 50_000m);

    [Fact]
    public async Task A_market_order_is_filled_at_the_last_price()
    {
        JsonElement order = await ReadAsync("POST", Order, Buy);

        Assert.Equal(("FILLED", "50000", "0.5"), (order.GetProperty("status").GetString(), order.GetProperty("avgPrice").GetString(), order.GetProperty("executedQty").GetString()));
        Assert.Equal(0.5m, _test.Account.PositionOf("BTCUSDT").Quantity);
    }

    [Fact]
    public async Task A_limit_order_rests_and_is_filled_at_its_price()
    {
        JsonElement placed = await ReadAsync("POST", Order, RestingBuy);
        JsonElement open = await ReadAsync("GET", "/fapi/v1/openOrders", "symbol=BTCUSDT");
        _test.Exchange.SetPrice("BTCUSDT", 39_000m);
        JsonElement filled = await ReadAsync("GET", Order, $"symbol=BTCUSDT&orderId={placed.GetProperty("orderId").GetInt64()}");

        Assert.Equal("NEW", placed.GetProperty("status").GetString());
        Assert.Equal("my-order", open.EnumerateArray().Single().GetProperty("clientOrderId").GetString());
        Assert.Equal(("FILLED", "40000"), (filled.GetProperty("status").GetString(), filled.GetProperty("avgPrice").GetString()));
        Assert.Empty((await ReadAsync("GET", "/fapi/v1/openOrders", "")).EnumerateArray());
    }

    [Theory]
    [InlineData("IOC", 49_000, "EXPIRED")]
    [InlineData("FOK", 49_000, "EXPIRED")]
    [InlineData("GTX", 51_000, "EXPIRED")]
    [InlineData("GTX", 49_000, "NEW")]
    [InlineData("GTC", 51_000, "FILLED")]
    public async Task The_time_in_force_decides_about_an_order_that_cannot_be_filled_at_once(string timeInForce, int price, string expected)
    {
        JsonElement order = await ReadAsync("POST", Order, $"symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce={timeInForce}&quantity=1&price={price}");

        Assert.Equal(expected, order.GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_open_order_is_canceled_once()
    {
        await ReadAsync("POST", Order, RestingBuy);

        JsonElement canceled = await ReadAsync("DELETE", Order, "symbol=BTCUSDT&origClientOrderId=my-order");

        Assert.Equal("CANCELED", canceled.GetProperty("status").GetString());
        TestExchange.AssertRejected(await _test.SendAsync("DELETE", Order, "symbol=BTCUSDT&origClientOrderId=my-order"), 400, -2011, "Unknown order sent.");
    }

    [Fact]
    public async Task All_open_orders_of_a_symbol_are_canceled()
    {
        await ReadAsync("POST", Order, RestingBuy);

        JsonElement response = await ReadAsync("DELETE", "/fapi/v1/allOpenOrders", "symbol=BTCUSDT");

        Assert.Equal(200, response.GetProperty("code").GetInt32());
        Assert.Equal(SimulatedOrdinaryStatus.Canceled, _test.Account.OrdinaryOrders.Single().Status);
    }

    [Fact]
    public async Task The_child_of_a_conditional_order_is_an_ordinary_order()
    {
        SimulatedOrder stop = _test.Account.Place(new SimulatedOrderTerms { Type = "STOP", TriggerPrice = 49_000m, Price = 49_500m, ClientAlgoId = "my-stop" });
        _test.Exchange.SetPrice("BTCUSDT", 49_000m);

        JsonElement child = await ReadAsync("GET", Order, $"symbol=BTCUSDT&orderId={stop.ActualOrderId}");
        JsonElement canceled = await ReadAsync("DELETE", Order, "symbol=BTCUSDT&origClientOrderId=my-stop");

        Assert.Equal(("NEW", "LIMIT", "49500"), (child.GetProperty("status").GetString(), child.GetProperty("type").GetString(), child.GetProperty("price").GetString()));
        Assert.Equal("CANCELED", canceled.GetProperty("status").GetString());
        Assert.Equal(SimulatedOrderStatus.Finished, stop.Status);
    }

    [Theory]
    [InlineData("type=STOP_MARKET", 400, -4120, "Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.")]
    [InlineData("type=OTHER", 400, -1116, "Invalid orderType.")]
    [InlineData("side=HOLD", 400, -1117, "Invalid side.")]
    [InlineData("quantity=0", 400, -4003, "Quantity less than or equal to zero.")]
    [InlineData("price=1", 400, -1106, "Parameter 'price' sent when not required.")]
    [InlineData("positionSide=LONG", 400, -4061, "Order's position side does not match user's setting.")]
    [InlineData("reduceOnly=true", 400, -2022, "ReduceOnly Order is rejected.")]
    [InlineData("symbol=ETHUSDT", 400, -4131, "The counterparty's best price does not meet the PERCENT_PRICE filter limit.")]
    public async Task A_wrong_order_gets_the_code_of_Binance(string change, int statusCode, int code, string message)
    {
        string name = change[..change.IndexOf('=', StringComparison.Ordinal)];
        string parameters = string.Join('&', Buy.Split('&').Where(pair => !pair.StartsWith(name, StringComparison.Ordinal)).Append(change));

        TestExchange.AssertRejected(await _test.SendAsync("POST", Order, parameters), statusCode, code, message);
    }

    [Fact]
    public async Task An_order_of_an_account_without_margin_and_a_second_one_of_a_client_id_are_rejected()
    {
        await ReadAsync("POST", Order, RestingBuy);
        TestExchange.AssertRejected(await _test.SendAsync("POST", Order, RestingBuy), 400, -4116, "ClientOrderId is duplicated.");

        _test.Account.HasMargin = false;
        TestExchange.AssertRejected(await _test.SendAsync("POST", Order, Buy), 400, -2019, "Margin is insufficient.");
    }

    [Fact]
    public async Task The_id_of_a_conditional_order_is_unknown_here()
    {
        SimulatedOrder stop = _test.Account.Place();

        TestExchange.AssertRejected(await _test.SendAsync("DELETE", Order, $"symbol=BTCUSDT&orderId={stop.AlgoId}"), 400, -2011, "Unknown order sent.");
        TestExchange.AssertRejected(await _test.SendAsync("GET", Order, $"symbol=BTCUSDT&orderId={stop.AlgoId}"), 400, -2013, "Order does not exist.");
        TestExchange.AssertRejected(
            await _test.SendAsync("GET", Order, "symbol=BTCUSDT"), 400, -1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Positions_and_balances_follow_the_fills(int version)
    {
        await ReadAsync("POST", Order, Buy);
        _test.Exchange.SetPrice("BTCUSDT", last: 50_500m, mark: 51_000m);

        JsonElement position = (await ReadAsync("GET", $"/fapi/v{version}/positionRisk", "symbol=BTCUSDT")).EnumerateArray().Single();
        JsonElement balance = (await ReadAsync("GET", $"/fapi/v{version}/balance", "")).EnumerateArray().Single();
        JsonElement account = await ReadAsync("GET", $"/fapi/v{version}/account", "");

        Assert.Equal(("0.5", "500.0", "51000"), (position.GetProperty("positionAmt").GetString(), position.GetProperty("unRealizedProfit").GetString(), position.GetProperty("markPrice").GetString()));
        Assert.Equal(("10000", "10500.0"), (balance.GetProperty("balance").GetString(), balance.GetProperty("availableBalance").GetString()));
        Assert.Equal("10500.0", account.GetProperty("totalMarginBalance").GetString());
        Assert.Equal("BTCUSDT", account.GetProperty("positions").EnumerateArray().Single().GetProperty("symbol").GetString());
    }

    private async Task<JsonElement> ReadAsync(string method, string path, string parameters)
    {
        SimulatedResponse response = await _test.SendAsync(method, path, parameters);
        Assert.Equal((200, null), (response.StatusCode, _test.LastRecord.ErrorCode));
        using JsonDocument json = JsonDocument.Parse(response.Body);
        return json.RootElement.Clone();
    }
}
