using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class PlaceEndpointTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("")]
    [InlineData("newOrderRespType=ACK")]
    [InlineData("newOrderRespType=RESULT")]
    public async Task The_response_has_the_fields_that_were_recorded_live(string responseType)
    {
        SimulatedResponse response = await _test.PlaceAsync(
            $"symbol=ACHUSDT&side=BUY&quantity=600&triggerPrice=0.0094000&clientAlgoId=47Qn1gLQ29TTEJCBbQGPkb&{responseType}");

        string expected = $$"""
            {"algoId":{{Placed.AlgoId}},"clientAlgoId":"47Qn1gLQ29TTEJCBbQGPkb","algoType":"CONDITIONAL","orderType":"STOP_MARKET","symbol":"ACHUSDT",
            "side":"BUY","positionSide":"BOTH","timeInForce":"GTC","quantity":"600","algoStatus":"NEW","triggerPrice":"0.0094000","price":"0.0000000",
            "icebergQuantity":null,"selfTradePreventionMode":"EXPIRE_MAKER","workingType":"CONTRACT_PRICE","priceMatch":"NONE","closePosition":false,
            "priceProtect":false,"reduceOnly":false,"createTime":1772452800000,"updateTime":1772452800000,"triggerTime":0,"goodTillDate":0}
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), response.BodyText);
    }

    [Fact]
    public async Task Every_parameter_is_a_term_of_the_order()
    {
        await _test.PlaceAsync(
            "symbol=ETHUSDT&side=BUY&type=TAKE_PROFIT&positionSide=BOTH&timeInForce=GTD&quantity=0.5&price=2999.90&triggerPrice=3000.0"
            + "&workingType=MARK_PRICE&priceProtect=TRUE&reduceOnly=true&clientAlgoId=a.B:/z-_9&newOrderRespType=RESULT"
            + "&selfTradePreventionMode=EXPIRE_BOTH&goodTillDate=1772453401999");

        var expected = new SimulatedOrderTerms
        {
            Symbol = "ETHUSDT",
            Side = "BUY",
            Type = "TAKE_PROFIT",
            TimeInForce = "GTD",
            Quantity = 0.5m,
            Price = 2999.90m,
            TriggerPrice = 3000.0m,
            WorkingType = "MARK_PRICE",
            PriceProtect = true,
            ReduceOnly = true,
            ClientAlgoId = "a.B:/z-_9",
            SelfTradePreventionMode = "EXPIRE_BOTH",
            GoodTillDate = DateTimeOffset.FromUnixTimeSeconds(1772453401),
        };
        Assert.Equal(expected, Placed.Terms);
    }

    [Fact]
    public async Task The_response_to_a_trailing_stop_has_its_two_terms()
    {
        SimulatedResponse response = await _test.PlaceAsync("type=TRAILING_STOP_MARKET&-triggerPrice&activatePrice=51000.5&callbackRate=0.1");

        Assert.Contains("""
            "reduceOnly":false,"activatePrice":"51000.5","callbackRate":"0.1","createTime"
            """, response.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_closes_the_position_needs_no_quantity()
    {
        await _test.PlaceAsync("-quantity&closePosition=true");

        Assert.True(Placed.Terms.ClosePosition);
    }

    [Theory]
    [InlineData("type=STOP&price=49000")]
    [InlineData("type=STOP&priceMatch=OPPONENT_5")]
    [InlineData("type=TAKE_PROFIT&priceMatch=QUEUE_20")]
    [InlineData("type=TAKE_PROFIT_MARKET")]
    [InlineData("type=TRAILING_STOP_MARKET&-triggerPrice&callbackRate=20")]
    [InlineData("closePosition=FALSE&reduceOnly=True")]
    [InlineData("symbol=BNBUSDT&quantity=00000000000000000001.123456780000")]
    [InlineData("quantity=00000000000000000001.123000000000")]
    [InlineData("symbol=BTCUSD_PERP")]
    [InlineData("clientAlgoId=123456789012345678901234567890123456")]
    public async Task Documented_parameters_are_accepted(string changes) => Assert.Equal(200, (await _test.PlaceAsync(changes)).StatusCode);

    [Fact]
    public async Task An_id_is_generated_if_none_is_given()
    {
        await _test.PlaceAsync();

        Assert.Matches("^[A-Za-z0-9]{22}$", Placed.ClientAlgoId);
    }

    [Fact]
    public async Task The_request_log_has_the_order()
    {
        await _test.PlaceAsync();

        Assert.Equal((true, Placed), (_test.LastRecord.IsExecuted, _test.LastRecord.Order));
    }

    [Fact]
    public async Task The_parameters_may_be_sent_as_a_form()
    {
        string form = $"{NewOrder.With("clientAlgoId=a%2Fb")}&timestamp={_test.Now}";

        await _test.SendRawAsync("POST", TestExchange.Place, body: $"{form}&signature={_test.Sign(form)}");

        Assert.Equal("a/b", Placed.ClientAlgoId);
    }

    [Fact]
    public async Task Parameters_in_query_and_form_are_signed_without_a_separator_and_the_query_takes_precedence()
    {
        string query = $"timestamp={_test.Now}&side=BUY";
        string form = NewOrder.With("side=SELL");

        await _test.SendRawAsync("POST", $"{TestExchange.Place}?{query}", body: $"{form}&signature={_test.Sign(query + form)}");

        Assert.Equal("BUY", Placed.Terms.Side);
    }

    [Fact]
    public async Task A_form_is_recorded_as_it_was_received()
    {
        await _test.SendRawAsync("POST", TestExchange.Place, body: "a=%2f");

        Assert.Equal("a=%2f", _test.LastRecord.Body);
    }

    [Fact]
    public async Task A_new_order_costs_no_weight()
    {
        SimulatedResponse response = await _test.PlaceAsync();

        Assert.Equal("0", TestExchange.Header(response, "X-MBX-USED-WEIGHT-1M"));
    }

    [Fact]
    public async Task A_new_order_is_not_found_during_the_visibility_delay()
    {
        _test.Exchange.PlacementVisibilityDelay = TimeSpan.FromSeconds(1);

        await _test.PlaceAsync();

        Assert.Equal(400, (await _test.QueryAsync(Placed)).StatusCode);
    }

    private SimulatedOrder Placed => Assert.Single(_test.Account.Orders);
}
