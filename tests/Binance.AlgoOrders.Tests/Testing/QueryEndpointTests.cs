using System.Globalization;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class QueryEndpointTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task The_response_has_the_fields_and_formats_that_Binance_documents()
    {
        SimulatedOrder order = _test.Account.Place(new SimulatedOrderTerms
        {
            Symbol = "BNBUSDT",
            Type = "TAKE_PROFIT",
            TriggerPrice = 750.000m,
            Price = 750.000m,
            Quantity = 0.01m,
            ClientAlgoId = "6B2I9XVcJpCjqPAJ4YoFX7",
        });
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        order.Cancel();

        SimulatedResponse response = await _test.QueryAsync(order);

        string expected = $$"""
            {"algoId":{{order.AlgoId}},"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","algoType":"CONDITIONAL","orderType":"TAKE_PROFIT","symbol":"BNBUSDT",
            "side":"SELL","positionSide":"BOTH","timeInForce":"GTC","quantity":"0.01","algoStatus":"CANCELED","actualOrderId":"","actualPrice":"0.00000",
            "actualType":"LIMIT","actualQty":"0.0","triggerPrice":"750.000","price":"750.000","icebergQuantity":null,"tpOrderType":"",
            "selfTradePreventionMode":"EXPIRE_MAKER","workingType":"CONTRACT_PRICE","priceMatch":"NONE","closePosition":false,"priceProtect":false,
            "reduceOnly":false,"activatePrice":"","callbackRate":"","createTime":1772452800000,"updateTime":1772452801000,"triggerTime":0,"goodTillDate":0}
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), response.BodyText);
    }

    [Fact]
    public async Task A_triggered_order_has_the_id_of_its_child()
    {
        SimulatedOrder order = _test.Account.Place();
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        long child = order.Trigger();

        SimulatedResponse response = await _test.QueryAsync(order);

        using JsonDocument json = JsonDocument.Parse(response.Body);
        Assert.Equal(
            ("TRIGGERED", child.ToString(CultureInfo.InvariantCulture), 1772452801000),
            (Text(json, "algoStatus"), Text(json, "actualOrderId"), json.RootElement.GetProperty("triggerTime").GetInt64()));
    }

    [Fact]
    public async Task An_unknown_id_is_rejected()
    {
        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.CancelOrQuery, "algoId=1");

        TestExchange.AssertRejected(response, 400, -2013, "Order does not exist.");
    }

    [Fact]
    public async Task Another_accounts_order_does_not_exist()
    {
        SimulatedResponse response = await _test.QueryAsync(_test.Exchange.AddAccount().Place());

        TestExchange.AssertRejected(response, 400, -2013, "Order does not exist.");
    }

    [Fact]
    public async Task Both_ids_are_rejected()
    {
        await _test.SendAsync("GET", TestExchange.CancelOrQuery, "algoId=1&clientAlgoId=a");

        Assert.Equal(-1128, _test.LastRecord.ErrorCode);
    }

    [Theory]
    [InlineData(SimulatedOrderStatus.Canceled, 3, true)]
    [InlineData(SimulatedOrderStatus.Canceled, 4, false)]
    [InlineData(SimulatedOrderStatus.Expired, 4, false)]
    [InlineData(SimulatedOrderStatus.New, 4, true)]
    [InlineData(SimulatedOrderStatus.Finished, 4, true)]
    [InlineData(SimulatedOrderStatus.Rejected, 4, true)]
    [InlineData(SimulatedOrderStatus.New, 90, true)]
    [InlineData(SimulatedOrderStatus.New, 91, false)]
    [InlineData(SimulatedOrderStatus.Finished, 91, false)]
    public async Task Unfilled_orders_are_kept_for_three_days_and_all_others_for_ninety(SimulatedOrderStatus status, int age, bool isKept)
    {
        SimulatedOrder order = Orders.In(status, _test.Account, _test.Exchange.Now - TimeSpan.FromDays(age));

        SimulatedResponse response = await _test.QueryAsync(order);

        Assert.Equal(isKept ? 200 : 400, response.StatusCode);
    }

    [Fact]
    public async Task An_order_does_not_exist_until_it_is_visible()
    {
        SimulatedOrder order = _test.Account.Place(invisibleFor: TimeSpan.FromSeconds(1));
        SimulatedResponse before = await _test.QueryAsync(order);
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        SimulatedResponse after = await _test.QueryAsync(order);

        Assert.Equal((400, 200), (before.StatusCode, after.StatusCode));
    }

    private static string? Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();
}
