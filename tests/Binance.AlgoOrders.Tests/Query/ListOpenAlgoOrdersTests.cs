using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Query;

public class ListOpenAlgoOrdersTests
{
    private const string Recorded = """[{"algoId":2000000183677643,"clientAlgoId":"kdnykczqKjjqsCYHJaxVsk","algoType":"CONDITIONAL","orderType":"STOP","symbol":"ACHUSDT","side":"BUY","positionSide":"BOTH","timeInForce":"GTC","quantity":"560.0","algoStatus":"NEW","actualOrderId":"","actualQty":"0.0","triggerPrice":"0.0094","price":"0.009","icebergQuantity":null,"selfTradePreventionMode":"EXPIRE_MAKER","workingType":"CONTRACT_PRICE","priceMatch":"NONE","closePosition":false,"priceProtect":false,"reduceOnly":false,"createTime":1767872015384,"updateTime":1767872015384,"triggerTime":0,"goodTillDate":0}]""";

    [Fact]
    public async Task Every_member_of_the_recorded_response_is_read()
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, Recorded));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network);

        IReadOnlyList<AlgoOrder> orders = await client.ListOpenAsync("ACHUSDT", TestContext.Current.CancellationToken);

        Assert.Equal(
            new AlgoOrder
            {
                AlgoId = 2000000183677643,
                ClientAlgoId = "kdnykczqKjjqsCYHJaxVsk",
                Status = AlgoOrderStatus.New,
                AlgoType = AlgoType.Conditional,
                OrderType = AlgoOrderType.Stop,
                Symbol = "ACHUSDT",
                Side = OrderSide.Buy,
                PositionSide = PositionSide.Both,
                TimeInForce = TimeInForce.Gtc,
                Quantity = 560.0m,
                TriggerPrice = 0.0094m,
                Price = 0.009m,
                SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker,
                WorkingType = WorkingType.ContractPrice,
                PriceMatch = PriceMatch.None,
                ClosePosition = false,
                PriceProtect = false,
                ReduceOnly = false,
                ActualQuantity = 0.0m,
                CreateTime = DateTimeOffset.FromUnixTimeMilliseconds(1767872015384),
                UpdateTime = DateTimeOffset.FromUnixTimeMilliseconds(1767872015384),
            },
            Assert.Single(orders));
        Assert.StartsWith("symbol=ACHUSDT&recvWindow=5000&timestamp=", network.Sent[0].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_symbol_the_query_has_no_parameter_but_timing_and_the_orders_of_all_symbols_come()
    {
        using var venue = new TestVenue();
        SimulatedOrder[] stops = [venue.Account.Place("BTCUSDT"), venue.Account.Place("ETHUSDT")];
        venue.Account.Place("BTCUSDT").Cancel();

        IReadOnlyList<AlgoOrder> all = await venue.Client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken);
        IReadOnlyList<AlgoOrder> some = await venue.Client.ListOpenAsync("ETHUSDT", TestContext.Current.CancellationToken);

        Assert.Equal(stops.Select(stop => stop.AlgoId), all.Select(order => order.AlgoId).Order());
        Assert.Equal(stops[1].AlgoId, Assert.Single(some).AlgoId);
        Assert.StartsWith("recvWindow=", venue.Exchange.Requests[0].Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_blank_symbol_is_rejected_before_a_request_is_sent(string symbol)
    {
        using var venue = new TestVenue();
        await Assert.ThrowsAsync<ArgumentException>(() => venue.Client.ListOpenAsync(symbol, TestContext.Current.CancellationToken));
        Assert.Empty(venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_list_beyond_a_MiB_is_read_whole()
    {
        string one = Recorded.Trim('[', ']');
        string list = "[" + string.Join(',', Enumerable.Repeat(one, 3_000)) + "]";
        Assert.True(list.Length > 1 << 20);
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, list));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network);

        Assert.Equal(3_000, (await client.ListOpenAsync("ACHUSDT", TestContext.Current.CancellationToken)).Count);
    }
}
