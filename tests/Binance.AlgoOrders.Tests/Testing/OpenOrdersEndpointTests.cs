using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class OpenOrdersEndpointTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task An_element_has_the_fields_that_were_recorded_live()
    {
        SimulatedOrder order = _test.Account.Place(new SimulatedOrderTerms
        {
            Symbol = "ACHUSDT",
            Side = "BUY",
            Type = "STOP",
            TriggerPrice = 0.0094m,
            Price = 0.009m,
            Quantity = 560.0m,
            ClientAlgoId = "kdnykczqKjjqsCYHJaxVsk",
        });

        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, "");

        string expected = $$"""
            [{"algoId":{{order.AlgoId}},"clientAlgoId":"kdnykczqKjjqsCYHJaxVsk","algoType":"CONDITIONAL","orderType":"STOP","symbol":"ACHUSDT","side":"BUY",
            "positionSide":"BOTH","timeInForce":"GTC","quantity":"560.0","algoStatus":"NEW","actualOrderId":"","actualQty":"0.0","triggerPrice":"0.0094",
            "price":"0.009","icebergQuantity":null,"selfTradePreventionMode":"EXPIRE_MAKER","workingType":"CONTRACT_PRICE","priceMatch":"NONE",
            "closePosition":false,"priceProtect":false,"reduceOnly":false,"createTime":1772452800000,"updateTime":1772452800000,
            "triggerTime":0,"goodTillDate":0}]
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), response.BodyText);
    }

    [Fact]
    public async Task Only_live_orders_of_the_account_are_listed()
    {
        List<long> live = [];
        foreach (SimulatedOrderStatus status in Enum.GetValues<SimulatedOrderStatus>())
        {
            SimulatedOrder order = Orders.In(status, _test.Account);
            if (order.IsLive)
            {
                live.Add(order.AlgoId);
            }
        }

        _test.Exchange.AddAccount().Place();

        Assert.Equal(live, await ListAsync(""));
    }

    [Fact]
    public async Task A_symbol_narrows_the_list()
    {
        _test.Account.Place("BTCUSDT");
        SimulatedOrder wanted = _test.Account.Place("ETHUSDT");

        Assert.Equal([wanted.AlgoId], await ListAsync("symbol=ETHUSDT"));
    }

    [Fact]
    public async Task An_id_narrows_the_list()
    {
        _test.Account.Place();
        SimulatedOrder wanted = _test.Account.Place();

        Assert.Equal([wanted.AlgoId], await ListAsync($"algoType=CONDITIONAL&algoId={wanted.AlgoId}"));
    }

    [Fact]
    public async Task An_old_order_that_is_still_open_is_listed()
    {
        SimulatedOrder old = _test.Account.Place(createdAt: _test.Exchange.Now - TimeSpan.FromDays(100));

        Assert.Equal([old.AlgoId], await ListAsync(""));
    }

    [Fact]
    public async Task An_order_that_is_not_visible_yet_is_not_listed()
    {
        _test.Account.Place(invisibleFor: TimeSpan.FromSeconds(1));

        Assert.Empty(await ListAsync(""));
    }

    [Theory]
    [InlineData("symbol=", -1105)]
    [InlineData("algoId=x", -1130)]
    [InlineData("algoType=VP", -1130)]
    public async Task An_empty_or_invalid_filter_is_rejected(string parameters, int errorCode)
    {
        await _test.SendAsync("GET", TestExchange.Open, parameters);

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    private async Task<IReadOnlyList<long>> ListAsync(string parameters) =>
        TestExchange.AlgoIds(await _test.SendAsync("GET", TestExchange.Open, parameters));
}
