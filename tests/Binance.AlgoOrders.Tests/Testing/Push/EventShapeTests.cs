using System.Text;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Testing.Internal.Push;

namespace Binance.AlgoOrders.Tests.Testing.Push;

/// <summary>Events have the members of the recorded ones, in their order.</summary>
public class EventShapeTests
{
    private static readonly DateTimeOffset Recorded = DateTimeOffset.FromUnixTimeMilliseconds(1772462050738);

    private readonly PushExchange _push = new();

    [Fact]
    public async Task A_new_order_has_the_recorded_members()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        SimulatedOrder order = _push.Account.Place(Terms("DOTUSDT", 5.0m, 1.1637000m));

        Assert.Equal([Expected(order, "DOTUSDT", "5", "NEW", "\"ai\":\"\"", "1.1637", triggered: 0)], PushExchange.Texts(socket));
    }

    [Fact]
    public async Task A_filled_order_has_the_recorded_members_of_its_child()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync("ALGO_UPDATE");
        SimulatedOrder order = _push.Account.Place(Terms("ACHUSDT", 800m, 0.0066590m));
        long child = order.Trigger();
        order.Finish();

        Assert.Equal(
            [
                Expected(order, "ACHUSDT", "800", "TRIGGERING", "\"ai\":\"\"", "0.006659", _push.Test.Now),
                Expected(order, "ACHUSDT", "800", "TRIGGERED", $"\"ai\":\"{child}\",\"ap\":\"0\",\"aq\":\"0\",\"act\":\"MARKET\"", "0.006659", _push.Test.Now),
                Expected(order, "ACHUSDT", "800", "FINISHED", $"\"ai\":\"{child}\",\"ap\":\"0.006659\",\"aq\":\"800\",\"act\":\"MARKET\"", "0.006659", _push.Test.Now),
            ],
            PushExchange.Texts(socket).Skip(1));
    }

    [Fact]
    public async Task A_rejected_order_has_a_reason()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        SimulatedOrder order = _push.Account.Place();
        order.BeginTrigger();
        order.Reject();

        Assert.EndsWith("\"gtd\":0,\"rm\":\"Margin is insufficient.\",\"ia\":false}}", PushExchange.Texts(socket)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fill_of_a_child_is_written_as_recorded()
    {
        var trade = new TradeEvent
        {
            TransactionTime = Recorded,
            Symbol = "ACHUSDT",
            ClientOrderId = "x-2",
            OrderId = 4904005884,
            Side = "BUY",
            Quantity = 800,
            AveragePrice = 0.00666m,
            ExecutionType = "TRADE",
            Status = "FILLED",
            LastQuantity = 40,
            FilledQuantity = 800,
            LastPrice = 0.0066600m,
            Commission = 0.0001332m,
            TradeId = 258307946,
            AlgoId = 2000000547321628,
        };

        Assert.Equal(
            """{"e":"ORDER_TRADE_UPDATE","T":1772462050738,"E":1772462050739,"o":{"s":"ACHUSDT","c":"x-2","S":"BUY","o":"MARKET","f":"GTC","q":"800","p":"0","ap":"0.00666","sp":"0","x":"TRADE","X":"FILLED","i":4904005884,"l":"40","z":"800","L":"0.00666","n":"0.0001332","N":"USDT","T":1772462050738,"t":258307946,"b":"0","a":"0","m":false,"R":false,"wt":"CONTRACT_PRICE","ot":"MARKET","ps":"BOTH","cp":false,"rp":"0","pP":false,"si":2000000547321628,"ss":-1,"st":"ALGO_CONDITION","V":"EXPIRE_MAKER","pm":"NONE","gtd":0,"er":"0"}}""",
            Text(EventJson.Trade(trade, Recorded.AddMilliseconds(1))));
    }

    [Fact]
    public void An_order_that_is_no_child_and_has_no_fill_has_neither_algo_type_nor_commission()
    {
        var trade = new TradeEvent
        {
            TransactionTime = Recorded,
            Symbol = "BTCUSDT",
            ClientOrderId = "mine",
            OrderId = 1,
            Side = "SELL",
            Quantity = 0.010m,
            Type = "LIMIT",
            Price = 70000.10m,
        };

        string text = Text(EventJson.Trade(trade, Recorded));

        Assert.Contains("\"q\":\"0.01\",\"p\":\"70000.1\",\"ap\":\"0\",\"sp\":\"0\",\"x\":\"NEW\",\"X\":\"NEW\"", text, StringComparison.Ordinal);
        Assert.Contains("\"L\":\"0\",\"T\":1772462050738,\"t\":0", text, StringComparison.Ordinal);
        Assert.Contains("\"si\":0,\"ss\":0,\"V\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_update_has_balances_and_positions()
    {
        var update = new AccountEvent(
            Recorded,
            "ORDER",
            [new AccountEvent.Balance("USDT", 1000.50m, 1000.50m)],
            [new AccountEvent.Position("BTCUSDT", -0.010m, 60000.00m) { RealizedProfit = -1.5m }]);

        Assert.Equal(
            """{"e":"ACCOUNT_UPDATE","T":1772462050738,"E":1772462050738,"a":{"B":[{"a":"USDT","wb":"1000.5","cw":"1000.5","bc":"0"}],"P":[{"s":"BTCUSDT","pa":"-0.01","ep":"60000","cr":"-1.5","up":"0","mt":"cross","iw":"0","ps":"BOTH","ma":"USDT","bep":"60000"}],"m":"ORDER"}}""",
            Text(EventJson.Account(update, Recorded)));
    }

    private static SimulatedOrderTerms Terms(string symbol, decimal quantity, decimal triggerPrice) =>
        new() { Symbol = symbol, Side = "BUY", Quantity = quantity, TriggerPrice = triggerPrice, ClientAlgoId = "x-1" };

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private string Expected(SimulatedOrder order, string symbol, string quantity, string status, string child, string triggerPrice, long triggered) =>
        $$$"""{"e":"ALGO_UPDATE","T":{{{_push.Test.Now}}},"E":{{{_push.Test.Now}}},"o":{"caid":"x-1","aid":{{{order.AlgoId}}},"at":"CONDITIONAL","o":"STOP_MARKET","s":"{{{symbol}}}","S":"BUY","ps":"BOTH","f":"GTC","q":"{{{quantity}}}","X":"{{{status}}}",{{{child}}},"tp":"{{{triggerPrice}}}","p":"0","V":"EXPIRE_MAKER","wt":"CONTRACT_PRICE","pm":"NONE","cp":false,"pP":false,"R":false,"tt":{{{triggered}}},"gtd":0,"ia":false}}""";
}
