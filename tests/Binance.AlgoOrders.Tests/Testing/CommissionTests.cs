using System.Text.Json;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Testing.Push;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The commissions of fills.</summary>
public class CommissionTests
{
    private readonly PushExchange _push = new();

    private SimulatedAccount Account => _push.Account;

    [Fact]
    public void There_is_none_by_default()
    {
        Buy();

        Assert.Equal((0m, 10_000m), (Assert.Single(Account.Trades).Commission, Account.WalletBalance));
    }

    [Fact]
    public void A_taker_pays_the_rate_of_takers()
    {
        SetRates();
        Buy();

        SimulatedTrade trade = Assert.Single(Account.Trades);
        Assert.Equal((20m, false), (trade.Commission, trade.IsMaker));
        Assert.Equal(9_980m, Account.WalletBalance);
    }

    [Fact]
    public void An_order_that_waited_on_the_order_book_pays_the_rate_of_makers()
    {
        SetRates();
        Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Type = "LIMIT", Price = 40_000m, Quantity = 1m });
        _push.Exchange.SetPrice("BTCUSDT", 39_000m);

        SimulatedTrade trade = Assert.Single(Account.Trades);
        Assert.Equal((8m, true), (trade.Commission, trade.IsMaker));
    }

    [Fact]
    public void A_limit_order_that_is_filled_at_once_pays_the_rate_of_takers()
    {
        SetRates();
        _push.Exchange.SetPrice("BTCUSDT", 39_000m);
        Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Type = "LIMIT", Price = 40_000m, Quantity = 1m });

        Assert.Equal((15.6m, false), (Account.Trades[0].Commission, Account.Trades[0].IsMaker));
    }

    [Fact]
    public void The_wallet_has_the_realized_profit_without_the_commissions()
    {
        SetRates();
        Buy();
        _push.Exchange.SetPrice("BTCUSDT", 51_000m);
        Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Side = "SELL", Quantity = 1m });

        Assert.Equal([0m, 1_000m], Account.Trades.Select(trade => trade.RealizedProfit));
        Assert.Equal(10_000m + 1_000m - 20m - 20.4m, Account.WalletBalance);
    }

    [Fact]
    public async Task The_events_of_a_fill_have_the_commission_and_the_wallet_after_it()
    {
        SetRates();
        SimulatedWebSocket socket = await _push.ConnectAsync("ORDER_TRADE_UPDATE/ACCOUNT_UPDATE");
        Buy();
        JsonElement[] events = [.. PushExchange.Texts(socket).Select(text => JsonDocument.Parse(text).RootElement)];

        JsonElement trade = events[^2].GetProperty("o");
        Assert.Equal(
            ("TRADE", "20", "USDT", "0", false, Account.Trades[0].Id),
            (TextOf(trade, "x"), TextOf(trade, "n"), TextOf(trade, "N"), TextOf(trade, "rp"), trade.GetProperty("m").GetBoolean(), trade.GetProperty("t").GetInt64()));
        Assert.Equal("9980", TextOf(events[^1].GetProperty("a").GetProperty("B")[0], "wb"));
        Assert.False(events[0].GetProperty("o").TryGetProperty("n", out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_rate_of_the_whole_value_is_refused(int rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Account.MakerCommissionRate = rate);
        Assert.Throws<ArgumentOutOfRangeException>(() => Account.TakerCommissionRate = rate);
    }

    private static string? TextOf(JsonElement json, string name) => json.GetProperty(name).GetString();

    private void SetRates() => (Account.MakerCommissionRate, Account.TakerCommissionRate) = (0.0002m, 0.0004m);

    private void Buy()
    {
        _push.Exchange.SetPrice("BTCUSDT", 50_000m);
        Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Quantity = 1m });
    }
}
