using System.Text;
using Binance.AlgoOrders.Streams.Internal.Events;

namespace Binance.AlgoOrders.Tests.Streams;

public class StreamEventReaderTests
{
    private const string Order = """{"e":"ALGO_UPDATE","T":1789835582916,"E":1789835582917,"o":{"caid":"x-1","aid":4000001910701524,"at":"CONDITIONAL","o":"STOP_MARKET","s":"DOTUSDT","S":"BUY","ps":"BOTH","f":"GTC","q":"5","X":"NEW","ai":"","tp":"1.1637","p":"0","V":"EXPIRE_MAKER","wt":"CONTRACT_PRICE","pm":"NONE","cp":false,"pP":false,"R":true,"tt":0,"gtd":0,"ia":false}}""";
    private const string Trade = """{"e":"ORDER_TRADE_UPDATE","T":1772462050738,"E":1772462050739,"o":{"s":"ACHUSDT","c":"x-2","ap":"0.00666","x":"TRADE","X":"FILLED","i":4904005884,"l":"40","z":"800","n":"0.0001332","N":"USDT","t":258307946,"si":2000000547321628,"ss":-1,"st":"ALGO_CONDITION"}}""";

    [Fact]
    public void Every_member_of_an_order_is_read()
    {
        OrderEvent read = Assert.IsType<OrderEvent>(Read(Order));

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1789835582916), read.TransactionTime);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1789835582917), read.EventTime);
        Assert.Equal(
            new AlgoOrder
            {
                AlgoId = 4000001910701524,
                ClientAlgoId = "x-1",
                AlgoType = AlgoType.Conditional,
                OrderType = AlgoOrderType.StopMarket,
                Symbol = "DOTUSDT",
                Side = OrderSide.Buy,
                PositionSide = PositionSide.Both,
                TimeInForce = TimeInForce.Gtc,
                Quantity = 5,
                Status = AlgoOrderStatus.New,
                TriggerPrice = 1.1637m,
                Price = 0,
                SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker,
                WorkingType = WorkingType.ContractPrice,
                PriceMatch = PriceMatch.None,
                ClosePosition = false,
                PriceProtect = false,
                ReduceOnly = true,
                UpdateTime = read.TransactionTime,
            },
            read.Order);
    }

    [Fact]
    public void Every_member_of_a_fill_is_read()
    {
        TradeEvent read = Assert.IsType<TradeEvent>(Read(Trade));

        Assert.Equal((2000000547321628, 4904005884, ChildOrderStatus.Filled), (read.AlgoId, read.OrderId, read.Status.Known));
        Assert.Equal((800, 0.00666m), (read.ExecutedQuantity, read.AveragePrice));
        Assert.Equal(new Fill(258307946, 40, 0.0001332m, "USDT"), read.Fill);
    }

    [Theory]
    [InlineData("4000001910701524", "\"4000001910701524\"")]
    [InlineData("1789835582916", "\"1789835582916\"")]
    [InlineData("\"tp\":\"1.1637\"", "\"tp\":1.1637")]
    [InlineData("\"ia\":false", "\"new\":{\"deep\":[1,{}]}")]
    public void Another_form_of_the_same_meaning_is_read(string part, string other) => Assert.Equal(Read(Order), Read(Order.Replace(part, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("1789835582916", "-1")]
    [InlineData("1789835582916", "1789835582")]
    [InlineData("1789835582916", "\"yesterday\"")]
    public void A_time_that_cannot_be_read_does_not_hide_the_event(string part, string other) =>
        Assert.Null(Assert.IsType<OrderEvent>(Read(Order.Replace(part, other, StringComparison.Ordinal))).TransactionTime);

    [Fact]
    public void A_member_that_cannot_be_read_is_null_and_keeps_a_short_text()
    {
        AlgoOrder order = Assert.IsType<OrderEvent>(Read(Order.Replace("\"q\":\"5\"", $"\"q\":\"{new string('a', 64)}\"", StringComparison.Ordinal))).Order;

        Assert.Null(order.Quantity);
        Assert.Equal(36, order.Unread["q"].Length);
    }

    [Theory]
    [InlineData("4000001910701524", "0")]
    [InlineData("4000001910701524", "-5")]
    [InlineData("4000001910701524", "4000001910701524.5")]
    [InlineData("4000001910701524", "null")]
    [InlineData("4000001910701524", "99999999999999999999")]
    [InlineData("\"aid\"", "\"id\"")]
    [InlineData("\"aid\"", "\"aid\":1,\"aid\"")]
    [InlineData("\"X\":\"NEW\"", "\"X\":\"\"")]
    [InlineData("\"X\":\"NEW\"", "\"X\":{}")]
    [InlineData("\"X\":\"NEW\"", "\"X\":\"NEW\",\"X\":\"CANCELED\"")]
    [InlineData("\"s\":\"DOTUSDT\"", "\"s\":[]")]
    [InlineData("\"e\":\"ALGO_UPDATE\"", "\"e\":5")]
    [InlineData("\"o\":{", "\"o\":{},\"o\":{")]
    public void An_order_whose_id_status_or_symbol_cannot_be_read_is_no_event(string part, string other) =>
        Assert.Null(Read(Order.Replace(part, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"si\":2000000547321628", "\"si\":\"x\"")]
    [InlineData("\"si\":2000000547321628", "\"si\":-1")]
    [InlineData("\"i\":4904005884", "\"i\":0")]
    [InlineData("\"X\":\"FILLED\"", "\"X\":null")]
    public void A_fill_whose_ids_or_status_cannot_be_read_is_no_event(string part, string other) =>
        Assert.Null(Read(Trade.Replace(part, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("<html></html>")]
    [InlineData("""{"e":"ALGO_UPDATE"}""")]
    [InlineData("""{"e":"ALGO_UPDATE","o":[]}""")]
    [InlineData("""{"e":"ORDER_TRADE_UPDATE","o":null}""")]
    public void Any_other_text_is_no_event(string text) => Assert.Null(Read(text));

    [Fact]
    public void A_text_that_is_nested_too_deeply_is_no_event() => Assert.Null(Read($"{{\"e\":{new string('[', 100_000)}"));

    [Theory]
    [InlineData("""{"e":"ACCOUNT_UPDATE","a":{}}""")]
    [InlineData("""{"e":"A_NEW_EVENT"}""")]
    [InlineData("""{"result":null,"id":1}""")]
    [InlineData("""{"e":"ORDER_TRADE_UPDATE","o":{"i":1,"X":"NEW","si":0}}""")]
    [InlineData("""{"e":"ORDER_TRADE_UPDATE","o":{"i":1,"X":"NEW"}}""")]
    public void An_event_of_no_algo_order_is_of_another_kind(string text) => Assert.IsType<OtherEvent>(Read(text));

    [Fact]
    public void An_expired_key_is_read() => Assert.IsType<KeyExpiredEvent>(Read("""{"e":"listenKeyExpired","E":1789835582917,"listenKey":"secret"}"""));

    private static StreamEvent? Read(string text) => StreamEventReader.Read(Encoding.UTF8.GetBytes(text));
}
