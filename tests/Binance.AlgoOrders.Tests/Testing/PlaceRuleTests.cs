using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class PlaceRuleTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("symbol")]
    [InlineData("algoType")]
    [InlineData("side")]
    [InlineData("type")]
    [InlineData("quantity")]
    [InlineData("triggerPrice")]
    [InlineData("price", "type=STOP")]
    [InlineData("price", "type=TAKE_PROFIT")]
    [InlineData("callbackRate", "type=TRAILING_STOP_MARKET&-triggerPrice")]
    [InlineData("goodTillDate", "timeInForce=GTD")]
    public async Task A_missing_mandatory_parameter_is_rejected(string name, string changes = "")
    {
        SimulatedResponse response = await _test.PlaceAsync($"{changes}&-{name}");

        TestExchange.AssertRejected(response, 400, -1102, $"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.");
    }

    [Theory]
    [InlineData("price", "price=50000")]
    [InlineData("price", "type=STOP&price=50000&priceMatch=QUEUE")]
    [InlineData("triggerPrice", "type=TRAILING_STOP_MARKET&callbackRate=1")]
    [InlineData("activatePrice", "activatePrice=50000")]
    [InlineData("callbackRate", "callbackRate=1")]
    [InlineData("goodTillDate", "goodTillDate=1872452800000")]
    [InlineData("reduceOnly", "-quantity&closePosition=true&reduceOnly=false")]
    public async Task A_parameter_of_other_order_types_is_rejected(string name, string changes)
    {
        SimulatedResponse response = await _test.PlaceAsync(changes);

        TestExchange.AssertRejected(response, 400, -1106, $"Parameter '{name}' sent when not required.");
    }

    [Theory]
    [InlineData("algoType=VP", -1130)]
    [InlineData("side=Buy", -1117)]
    [InlineData("type=LIMIT", -1116)]
    [InlineData("positionSide=NONE", -4060)]
    [InlineData("timeInForce=GTE", -1115)]
    [InlineData("workingType=LAST_PRICE", -4031)]
    [InlineData("type=STOP&priceMatch=NONE", -5037)]
    [InlineData("selfTradePreventionMode=EXPIRE", -5039)]
    [InlineData("newOrderRespType=FULL", -1136)]
    [InlineData("closePosition=1", -1130)]
    [InlineData("priceProtect=yes", -1130)]
    [InlineData("reduceOnly=0", -1130)]
    public async Task A_value_that_is_not_in_the_list_is_rejected(string changes, int errorCode) => await AssertRejectedAsync(changes, errorCode);

    [Theory]
    [InlineData("quantity=1e3")]
    [InlineData("quantity=%2B1")]
    [InlineData("quantity=-1")]
    [InlineData("quantity=1,0")]
    [InlineData("quantity=.5")]
    [InlineData("quantity=5.")]
    [InlineData("quantity=%201")]
    [InlineData("quantity=1%0A")]
    [InlineData("quantity=100000000000000000000")]
    public async Task A_decimal_that_is_not_plain_digits_is_rejected(string quantity)
    {
        SimulatedResponse response = await _test.PlaceAsync(quantity);

        TestExchange.AssertRejected(
            response, 400, -1100, @"Illegal characters found in parameter 'quantity'; legal range is '^([0-9]{1,20})(\.[0-9]{1,20})?$'.");
    }

    [Theory]
    [InlineData("quantity=0", -4003)]
    [InlineData("type=STOP&price=0.00", -4001)]
    [InlineData("triggerPrice=0", -4006)]
    [InlineData("type=TRAILING_STOP_MARKET&-triggerPrice&callbackRate=1&activatePrice=0", -4135)]
    [InlineData("quantity=0.000000001", -1111)]
    [InlineData("triggerPrice=1.000000001", -1111)]
    public async Task A_decimal_must_be_greater_than_zero_and_within_the_precision(string changes, int errorCode) =>
        await AssertRejectedAsync(changes, errorCode);

    [Theory]
    [InlineData("0")]
    [InlineData("0.09999999")]
    [InlineData("20.00000001")]
    public async Task A_callback_rate_must_be_between_a_tenth_and_twenty_percent(string rate) =>
        await AssertRejectedAsync($"type=TRAILING_STOP_MARKET&-triggerPrice&callbackRate={rate}", -2007);

    [Theory]
    [InlineData("type=STOP_MARKET")]
    [InlineData("type=TRAILING_STOP_MARKET&-triggerPrice&callbackRate=1")]
    public async Task Only_limit_types_match_a_price(string changes) => await AssertRejectedAsync($"{changes}&priceMatch=QUEUE", -5038);

    [Theory]
    [InlineData("type=STOP&price=1", "STOP")]
    [InlineData("type=TAKE_PROFIT&price=1", "TAKE_PROFIT")]
    [InlineData("type=TRAILING_STOP_MARKET&-triggerPrice&callbackRate=1", "TRAILING_STOP_MARKET")]
    public async Task Only_a_market_stop_or_take_profit_closes_a_position(string changes, string type)
    {
        SimulatedResponse response = await _test.PlaceAsync($"{changes}&-quantity&closePosition=true");

        TestExchange.AssertRejected(response, 400, -4136, $"Target strategy invalid for orderType {type},closePosition true");
    }

    [Fact]
    public async Task A_quantity_with_closePosition_is_rejected() => await AssertRejectedAsync("closePosition=true", -4137);

    [Theory]
    [InlineData("1234567890123456789012345678901234567", -4015)]
    [InlineData("a%20b", -1100)]
    [InlineData("a%2Bb", -1100)]
    [InlineData("%C3%A4", -1100)]
    [InlineData("a%0A", -1100)]
    [InlineData("", -1105)]
    public async Task An_id_with_a_wrong_format_is_rejected(string clientAlgoId, int errorCode) =>
        await AssertRejectedAsync($"clientAlgoId={clientAlgoId}", errorCode);

    [Theory]
    [InlineData("1772453400000", false)]
    [InlineData("1772453400999", false)]
    [InlineData("1772453401000", true)]
    [InlineData("253402300798999", true)]
    [InlineData("253402300799000", false)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    public async Task A_date_must_be_more_than_ten_minutes_ahead_in_whole_seconds(string goodTillDate, bool isAccepted)
    {
        await _test.PlaceAsync($"timeInForce=GTD&goodTillDate={goodTillDate}");

        Assert.Equal(isAccepted ? null : -5040, _test.LastRecord.ErrorCode);
    }

    [Theory]
    [InlineData("BT")]
    [InlineData("btcusdt")]
    [InlineData("BTC-USDT")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    public async Task A_symbol_with_a_wrong_format_is_rejected(string symbol)
    {
        SimulatedResponse response = await _test.PlaceAsync($"symbol={symbol}");

        TestExchange.AssertRejected(response, 400, -1121, "Invalid symbol.");
    }

    [Theory]
    [InlineData("BTCUSDT", 200)]
    [InlineData("ETHUSDT", 400)]
    public async Task Only_the_listed_symbols_are_accepted(string symbol, int statusCode)
    {
        var listed = new TestExchange(options: new SimulatedExchangeOptions { Symbols = new HashSet<string>(StringComparer.Ordinal) { "BTCUSDT" } });

        Assert.Equal(statusCode, (await listed.PlaceAsync($"symbol={symbol}")).StatusCode);
    }

    private async Task AssertRejectedAsync(string changes, int errorCode)
    {
        await _test.PlaceAsync(changes);

        Assert.Equal((errorCode, 0), (_test.LastRecord.ErrorCode, _test.Account.Orders.Count));
    }
}
