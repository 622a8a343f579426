using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;
using RichardSzalay.MockHttp;

namespace Binance.AlgoOrders.Tests.Query;

public class FindAlgoOrderTests
{
    private const string Recorded = """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","algoType":"CONDITIONAL","orderType":"TAKE_PROFIT","symbol":"BNBUSDT","side":"SELL","positionSide":"BOTH","timeInForce":"GTC","quantity":"0.01","algoStatus":"CANCELED","actualOrderId":"","actualPrice":"0.00000","actualType":"LIMIT","actualQty":"0.01","triggerPrice":"750.000","price":"750.000","icebergQuantity":null,"tpOrderType":"","selfTradePreventionMode":"EXPIRE_MAKER","workingType":"CONTRACT_PRICE","priceMatch":"NONE","closePosition":false,"priceProtect":false,"reduceOnly":false,"activatePrice":"","callbackRate":"","createTime":1750485492076,"updateTime":1750514545091,"triggerTime":0,"goodTillDate":0}""";

    [Fact]
    public async Task Every_member_of_the_recorded_response_is_read()
    {
        AlgoOrder? order = await FindAsync(Recorded);

        Assert.Equal(
            new AlgoOrder
            {
                AlgoId = 2146760,
                ClientAlgoId = "6B2I9XVcJpCjqPAJ4YoFX7",
                Status = AlgoOrderStatus.Canceled,
                AlgoType = AlgoType.Conditional,
                OrderType = AlgoOrderType.TakeProfit,
                Symbol = "BNBUSDT",
                Side = OrderSide.Sell,
                PositionSide = PositionSide.Both,
                TimeInForce = TimeInForce.Gtc,
                Quantity = 0.01m,
                TriggerPrice = 750.000m,
                Price = 750.000m,
                SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker,
                WorkingType = WorkingType.ContractPrice,
                PriceMatch = PriceMatch.None,
                ClosePosition = false,
                PriceProtect = false,
                ReduceOnly = false,
                ActualPrice = 0.00000m,
                ActualType = "LIMIT",
                ActualQuantity = 0.01m,
                CreateTime = DateTimeOffset.FromUnixTimeMilliseconds(1750485492076),
                UpdateTime = DateTimeOffset.FromUnixTimeMilliseconds(1750514545091),
            },
            order);
        Assert.Equal("750.000", order!.TriggerPrice!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Older_members_and_a_triggered_child_are_read()
    {
        AlgoOrder? order = await FindAsync(
            """{"algoId":2146760,"algoStatus":"TRIGGERED","actualOrderId":"8886774","tpTriggerPrice":"1.5","tpPrice":"1.4","slTriggerPrice":"0.5","slPrice":"0.4","tpOrderType":"LIMIT","icebergQuantity":"2","activatePrice":"3","callbackRate":"0.1","triggerTime":1750514545091,"goodTillDate":1750514545092}""");

        Assert.Equal(
            new AlgoOrder
            {
                AlgoId = 2146760,
                Status = AlgoOrderStatus.Triggered,
                ActualOrderIdText = "8886774",
                TakeProfitTriggerPrice = 1.5m,
                TakeProfitPrice = 1.4m,
                StopLossTriggerPrice = 0.5m,
                StopLossPrice = 0.4m,
                TakeProfitOrderType = "LIMIT",
                IcebergQuantity = 2m,
                ActivatePrice = 3m,
                CallbackRate = 0.1m,
                TriggerTime = DateTimeOffset.FromUnixTimeMilliseconds(1750514545091),
                GoodTillDate = DateTimeOffset.FromUnixTimeMilliseconds(1750514545092),
            },
            order);
        Assert.Equal(8886774, order!.ActualOrderId);
    }

    [Theory]
    [InlineData("\"8886774\"", 8886774L, "8886774")]
    [InlineData("8886774", 8886774L, "8886774")]
    [InlineData("\"\"", null, null)]
    [InlineData("null", null, null)]
    [InlineData("\"x-1\"", null, "x-1")]
    public async Task The_childs_id_is_read_as_a_number_or_a_text(string json, long? number, string? text)
    {
        AlgoOrder? order = await FindAsync($$"""{"algoId":2146760,"algoStatus":"NEW","actualOrderId":{{json}}}""");
        Assert.Equal((number, text), (order!.ActualOrderId, order.ActualOrderIdText));
    }

    [Fact]
    public async Task Values_that_are_not_known_yet_keep_their_text_and_numbers_may_be_texts_and_texts_numbers()
    {
        AlgoOrder? order = await FindAsync(
            """{"algoId":"2146760","algoStatus":"PAUSED","side":"BOTH_WAYS","quantity":560.0,"createTime":"1750485492076","closePosition":"TRUE","anything":{"new":[1]}}""");

        Assert.Null(order!.Status.Known);
        Assert.Equal("PAUSED", order.Status.Text);
        Assert.Equal("BOTH_WAYS", order.Side.ToString());
        Assert.Equal(560.0m, order.Quantity);
        Assert.Equal(1750485492076, order.CreateTime!.Value.ToUnixTimeMilliseconds());
        Assert.True(order.ClosePosition);
    }

    [Theory]
    [InlineData("""{"algoId":2146761,"algoStatus":"NEW"}""")]
    [InlineData("""{"algoId":2146760}""")]
    [InlineData("""{"algoStatus":"NEW"}""")]
    [InlineData("""{"algoId":2e15,"algoStatus":"NEW"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_body_that_is_not_the_requested_order_is_an_error(string body) =>
        await Assert.ThrowsAsync<BinanceApiException>(() => FindAsync(body));

    [Fact]
    public async Task An_order_that_Binance_does_not_know_is_null() =>
        Assert.Null(await FindAsync("""{"code":-2013,"msg":"Order does not exist."}""", HttpStatusCode.BadRequest));

    [Fact]
    public async Task An_order_is_found_on_the_exchange_by_either_id()
    {
        using var venue = new TestVenue();
        SimulatedOrder stop = venue.Account.Place("ETHUSDT", "BUY", "STOP_MARKET", 3900.50m, 0.5m, clientAlgoId: "my stop");

        AlgoOrder? byAlgoId = await venue.Client.FindAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);
        AlgoOrder? byClientAlgoId = await venue.Client.FindAsync(AlgoOrderId.FromClientAlgoId("my stop"), TestContext.Current.CancellationToken);

        Assert.NotNull(byAlgoId);
        Assert.Equal(byAlgoId, byClientAlgoId);
        Assert.Equal((stop.AlgoId, "ETHUSDT", 3900.50m), (byAlgoId.AlgoId, byAlgoId.Symbol, byAlgoId.TriggerPrice));
    }

    private static async Task<AlgoOrder?> FindAsync(string body, HttpStatusCode statusCode = HttpStatusCode.OK)
    {
        using var network = new MockHttpMessageHandler();
        network.When(HttpMethod.Get, "https://fapi.binance.com/fapi/v1/algoOrder").WithQueryString("algoId", "2146760").Respond(statusCode, "application/json", body);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, new ManualTimeProvider(GoldenExchange.Now));
        return await client.FindAsync(AlgoOrderId.FromAlgoId(2146760), TestContext.Current.CancellationToken);
    }
}
