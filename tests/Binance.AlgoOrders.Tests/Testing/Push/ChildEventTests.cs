using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

/// <summary>The events of child orders and positions.</summary>
public class ChildEventTests
{
    private const string Events = "ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE";

    private readonly PushExchange _push = new();

    [Fact]
    public async Task A_trigger_is_pushed_in_the_recorded_order()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync(Events);
        _push.Account.Place(triggerPrice: 50_000m);

        _push.Exchange.SetPrice("BTCUSDT", 49_900m);

        Assert.Equal(
            [
                "ALGO_UPDATE NEW", "ALGO_UPDATE TRIGGERING", "ORDER_TRADE_UPDATE NEW", "ORDER_TRADE_UPDATE FILLED", "ACCOUNT_UPDATE", "ALGO_UPDATE TRIGGERED",
                "ALGO_UPDATE FINISHED",
            ],
            PushExchange.Texts(socket).Select(NameOf));
    }

    [Fact]
    public async Task The_child_names_its_conditional_order_and_its_fill()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync(Events);
        SimulatedOrder stop = _push.Account.Place(triggerPrice: 50_000m, quantity: 0.5m);
        _push.Exchange.SetPrice("BTCUSDT", 49_900m);
        JsonElement[] events = [.. PushExchange.Texts(socket).Select(Parse)];

        JsonElement filled = events.Last(pushed => pushed.GetProperty("e").ValueEquals("ORDER_TRADE_UPDATE")).GetProperty("o");
        JsonElement finished = events[^1].GetProperty("o");
        JsonElement position = events.Single(pushed => pushed.GetProperty("e").ValueEquals("ACCOUNT_UPDATE")).GetProperty("a").GetProperty("P")[0];

        Assert.Equal((stop.AlgoId, stop.ActualOrderId, stop.ClientAlgoId), (filled.GetProperty("si").GetInt64(), filled.GetProperty("i").GetInt64(), filled.GetProperty("c").GetString()));
        Assert.Equal(("TRADE", "49900", "0.5"), (filled.GetProperty("x").GetString(), filled.GetProperty("L").GetString(), filled.GetProperty("l").GetString()));
        Assert.Equal(("49900", "0.5", "MARKET"), (finished.GetProperty("ap").GetString(), finished.GetProperty("aq").GetString(), finished.GetProperty("act").GetString()));
        Assert.Equal(("-0.5", "49900"), (position.GetProperty("pa").GetString(), position.GetProperty("ep").GetString()));
    }

    [Fact]
    public async Task A_canceled_order_is_pushed_once()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync(Events);
        SimulatedOrdinaryOrder order = _push.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Type = "LIMIT", Price = 40_000m });

        order.Cancel();

        Assert.Equal(["ORDER_TRADE_UPDATE NEW", "ORDER_TRADE_UPDATE CANCELED"], PushExchange.Texts(socket).Select(NameOf));
    }

    private static JsonElement Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static string NameOf(string text)
    {
        JsonElement pushed = Parse(text);
        string status = pushed.TryGetProperty("o", out JsonElement order) ? $" {order.GetProperty("X").GetString()}" : "";
        return pushed.GetProperty("e").GetString() + status;
    }
}
