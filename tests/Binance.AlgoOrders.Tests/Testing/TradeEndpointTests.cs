using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The endpoint of trades.</summary>
public class TradeEndpointTests
{
    private const string Path = "/fapi/v1/userTrades";
    private const string Sell = "SELL";
    private const long Week = 7 * 24 * 60 * 60 * 1000;

    private readonly TestExchange _test = new();

    public TradeEndpointTests() => _test.Exchange.SetPrice("BTCUSDT", 50_000m);

    [Fact]
    public async Task A_fill_has_the_documented_members()
    {
        (_test.Account.MakerCommissionRate, _test.Account.TakerCommissionRate) = (0.0002m, 0.0004m);
        _test.Account.SetPosition(new SimulatedPosition("BTCUSDT", "BOTH") { Quantity = 0.5m, EntryPrice = 49_000m });
        SimulatedOrdinaryOrder order = Trade(Sell, 0.5m);

        SimulatedResponse response = await _test.SendAsync("GET", Path, "symbol=BTCUSDT");

        SimulatedTrade trade = Assert.Single(_test.Account.Trades);
        Assert.Equal(
            $$"""
            [{"buyer":false,"commission":"10.00000","commissionAsset":"USDT","id":{{trade.Id}},"maker":false,"orderId":{{order.OrderId}},"price":"50000","qty":"0.5","quoteQty":"25000.0","realizedPnl":"500.0","side":"SELL","positionSide":"BOTH","symbol":"BTCUSDT","time":{{_test.Now}}}]
            """,
            response.BodyText);
        Assert.Equal("5", TestExchange.Header(response, "X-MBX-USED-WEIGHT-1M"));
    }

    [Fact]
    public async Task The_most_recent_trades_of_the_last_seven_days_are_listed()
    {
        Trade(Sell);
        _test.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMilliseconds(1));
        SimulatedTrade[] recent = [.. Enumerable.Range(0, 3).Select(_ => TradeOf(Trade(Sell)))];
        _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Symbol = "ETHUSDT" }).Fill(3_000m);

        Assert.Equal(recent.Select(trade => trade.Id), await IdsAsync(""));
        Assert.Equal(recent.Skip(1).Select(trade => trade.Id), await IdsAsync("&limit=2"));
    }

    [Fact]
    public async Task Trades_are_listed_by_the_id_of_their_order_or_from_an_id_on()
    {
        SimulatedOrdinaryOrder first = Trade(Sell);
        _test.Clock.Advance(TimeSpan.FromDays(30));
        SimulatedTrade[] trades = [TradeOf(first), TradeOf(Trade(Sell)), TradeOf(Trade(Sell))];

        Assert.Equal([trades[0].Id], await IdsAsync($"&orderId={first.OrderId}"));
        Assert.Empty(await IdsAsync($"&orderId={first.OrderId}&startTime={_test.Now}"));
        Assert.Equal([trades[0].Id, trades[1].Id], await IdsAsync($"&fromId={trades[0].Id}&limit=2"));
        Assert.Equal([trades[2].Id], await IdsAsync($"&fromId={trades[2].Id}"));
    }

    [Fact]
    public async Task A_window_may_be_seven_days_long_and_is_listed_from_its_start()
    {
        long start = _test.Now;
        SimulatedTrade first = TradeOf(Trade(Sell));
        _test.Clock.Advance(TimeSpan.FromDays(7));
        SimulatedTrade last = TradeOf(Trade(Sell));

        Assert.Equal([first.Id, last.Id], await IdsAsync($"&startTime={start}&endTime={start + Week}"));
        Assert.Equal([first.Id], await IdsAsync($"&startTime={start}&limit=1"));
    }

    [Fact]
    public async Task A_trade_is_forgotten_after_half_a_year()
    {
        SimulatedTrade trade = TradeOf(Trade(Sell));
        _test.Clock.Advance(TimeSpan.FromDays(184));

        Assert.Empty(await IdsAsync($"&fromId={trade.Id}"));
    }

    [Theory]
    [InlineData("symbol=BTCUSDT&fromId=1&startTime=1", -1128, "Combination of optional parameters invalid.")]
    [InlineData("symbol=BTCUSDT&fromId=1&endTime=1", -1128, "Combination of optional parameters invalid.")]
    [InlineData("symbol=BTCUSDT&startTime=1&endTime=604800002", -1127, "More than 168 hours between startTime and endTime.")]
    [InlineData("symbol=BTCUSDT&startTime=2&endTime=1", -1023, "Start time is greater than end time.")]
    [InlineData("symbol=BTCUSDT&limit=1001", -1130, "Data sent for parameter 'limit' is not valid.")]
    [InlineData("symbol=BTCUSDT&orderId=x", -1130, "Data sent for parameter 'orderId' is not valid.")]
    [InlineData("symbol=BTCUSDT&fromId=", -1105, "Parameter 'fromId' was empty.")]
    [InlineData("orderId=1", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    public async Task An_invalid_request_is_rejected(string parameters, int errorCode, string message) =>
        TestExchange.AssertRejected(await _test.SendAsync("GET", Path, parameters), 400, errorCode, message);

    private SimulatedOrdinaryOrder Trade(string side, decimal quantity = 0.01m) =>
        _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Side = side, Quantity = quantity });

    private SimulatedTrade TradeOf(SimulatedOrdinaryOrder order) => _test.Account.Trades.Single(trade => trade.OrderId == order.OrderId);

    private async Task<IReadOnlyList<long>> IdsAsync(string parameters)
    {
        SimulatedResponse response = await _test.SendAsync("GET", Path, $"symbol=BTCUSDT{parameters}");
        Assert.Equal(200, response.StatusCode);
        using JsonDocument json = JsonDocument.Parse(response.Body);
        return [.. json.RootElement.EnumerateArray().Select(trade => trade.GetProperty("id").GetInt64())];
    }
}
