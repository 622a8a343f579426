using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Place;

public class NewAlgoOrderTests
{
    private static readonly LimitPrice Price = LimitPrice.At(57_990.10m);

    public static TheoryData<NewAlgoOrder, string> Parameters => new()
    {
        {
            new NewAlgoOrder.Stop("BTCUSDT", OrderSide.Sell, 0.0100m, 58_000.00m, Price) { ClientAlgoId = "a/b:c" },
            "algoType=CONDITIONAL&symbol=BTCUSDT&side=SELL&type=STOP&quantity=0.01&triggerPrice=58000&price=57990.1&timeInForce=GTC&clientAlgoId=a%2Fb%3Ac"
        },
        {
            new NewAlgoOrder.TakeProfit("BTCUSDT", OrderSide.Buy, 1m, 1m, LimitPrice.Matching(PriceMatch.Opponent20))
            {
                ClientAlgoId = "1",
                TimeInForce = OrderTimeInForce.GoodTill(DateTimeOffset.FromUnixTimeSeconds(1_900_000_000)),
                Position = OrderPosition.Short,
                WorkingType = WorkingType.MarkPrice,
                PriceProtect = true,
                SelfTradePreventionMode = SelfTradePreventionMode.ExpireBoth,
            },
            "algoType=CONDITIONAL&symbol=BTCUSDT&side=BUY&type=TAKE_PROFIT&positionSide=SHORT&quantity=1&triggerPrice=1&priceMatch=OPPONENT_20&timeInForce=GTD&goodTillDate=1900000000000&workingType=MARK_PRICE&priceProtect=TRUE&selfTradePreventionMode=EXPIRE_BOTH&clientAlgoId=1"
        },
        {
            new NewAlgoOrder.StopMarket("ETHUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 2_900m) { ClientAlgoId = "1", Position = OrderPosition.Long },
            "algoType=CONDITIONAL&symbol=ETHUSDT&side=SELL&type=STOP_MARKET&positionSide=LONG&closePosition=true&triggerPrice=2900&clientAlgoId=1"
        },
        {
            new NewAlgoOrder.TakeProfitMarket("ETHUSDT", OrderSide.Sell, OrderAmount.Of(0.00000001m), 79_228_162_514_264_337_593_543_950_335m)
            {
                ClientAlgoId = "1",
                Position = OrderPosition.OneWay(reduceOnly: true),
            },
            "algoType=CONDITIONAL&symbol=ETHUSDT&side=SELL&type=TAKE_PROFIT_MARKET&reduceOnly=true&quantity=0.00000001&triggerPrice=79228162514264337593543950335&clientAlgoId=1"
        },
        {
            new NewAlgoOrder.TrailingStopMarket("ETHUSDT", OrderSide.Sell, 5m, 20.0m) { ClientAlgoId = "1", ActivatePrice = 3_000.50m },
            "algoType=CONDITIONAL&symbol=ETHUSDT&side=SELL&type=TRAILING_STOP_MARKET&quantity=5&activatePrice=3000.5&callbackRate=20&clientAlgoId=1"
        },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Every_kind_has_its_own_parameters_and_plain_decimals(NewAlgoOrder order, string parameters)
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(System.Net.HttpStatusCode.BadRequest, """{"code":-2021,"msg":"Order would immediately trigger."}"""));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, new ManualTimeProvider(GoldenExchange.Now));

        await Assert.ThrowsAsync<BinanceApiException>(() => client.PlaceAsync(order, TestContext.Current.CancellationToken));

        Assert.Equal(HttpMethod.Post, network.Sent[0].Method);
        Assert.Equal("0", network.Sent[0].Headers["Content-Length"]);
        Assert.StartsWith(parameters + "&recvWindow=5000&timestamp=", network.Sent[0].Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("1234567890123456789012345678901234567")]
    public void A_client_id_outside_the_pattern_is_rejected(string id) =>
        Assert.Throws<ArgumentException>(() => new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Buy, 1m, 1m) { ClientAlgoId = id });

    [Fact]
    public void Numbers_outside_their_ranges_are_rejected_with_the_range()
    {
        AssertRefused("callbackRate", "0.1 to 20 percent, but was", () => new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Buy, 1m, 0.09m));
        AssertRefused("callbackRate", "0.1 to 20 percent, but was", () => new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Buy, 1m, 20.01m));
        AssertRefused("quantity", "greater than zero, but was", () => new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Buy, 0m, 1m));
        AssertRefused("quantity", "greater than zero, but was", () => OrderAmount.Of(-1m));
        AssertRefused("triggerPrice", "greater than zero, but was", () => new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Buy, OrderAmount.ClosePosition, 0m));
        AssertRefused("price", "greater than zero, but was", () => LimitPrice.At(0m));
        AssertRefused("value", "activatePrice must be greater than zero, but was -1.", () => new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Buy, 1m, 1m) { ActivatePrice = -1m });
        AssertRefused("value", "workingType must be a member of WorkingType, but was 9.", () => new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Buy, 1m, 1m) { WorkingType = (WorkingType)9 });
        AssertRefused("match", "OPPONENT", () => LimitPrice.Matching(PriceMatch.None));
        AssertRefused("side", "OrderSide", () => new NewAlgoOrder.Stop("BTCUSDT", (OrderSide)9, 1m, 1m, Price));
        AssertRefused("date", "whole seconds", () => OrderTimeInForce.GoodTill(DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_000_001)));
        AssertRefused("date", "before 9999-12-31T23:59:59Z", () => OrderTimeInForce.GoodTill(DateTimeOffset.FromUnixTimeSeconds(253402300799)));
    }

    private static void AssertRefused(string argument, string allowed, Func<object> make)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(allowed, exception.Message, StringComparison.Ordinal);
    }
}
