using System.Globalization;
using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>Writes the events of user data streams, with the members in the recorded order. Decimals have no trailing zeros, as recorded.</summary>
internal static class EventJson
{
    // Dividing by a one of this scale removes trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    public static ReadOnlyMemory<byte> ListenKeyExpired(string listenKey, DateTimeOffset now) => ResponseJson.Object(json =>
    {
        json.WriteString("e", PushEvent.ListenKeyExpired);
        json.WriteNumber("E", SimulatedWireNames.Milliseconds(now));
        json.WriteString("listenKey", listenKey);
    });

    /// <summary>Writes an <c>ALGO_UPDATE</c>.</summary>
    public static ReadOnlyMemory<byte> OrderUpdate(OrderView view, DateTimeOffset now) => Event(PushEvent.OrderUpdate, view.UpdatedAt, now, json =>
    {
        SimulatedOrderTerms terms = view.Order.Terms;
        json.WriteStartObject("o");
        json.WriteString("caid", view.Order.ClientAlgoId);
        json.WriteNumber("aid", view.Order.AlgoId);
        json.WriteString("at", "CONDITIONAL");
        json.WriteString("o", terms.Type);
        json.WriteString("s", terms.Symbol);
        json.WriteString("S", terms.Side);
        json.WriteString("ps", terms.PositionSide);
        json.WriteString("f", terms.TimeInForce);
        WriteDecimal(json, "q", terms.Quantity);
        json.WriteString("X", SimulatedWireNames.Of(view.Status));
        WriteActualOrder(json, view);
        WriteDecimal(json, "tp", terms.TriggerPrice);
        WriteDecimal(json, "p", terms.Price);
        json.WriteString("V", terms.SelfTradePreventionMode);
        json.WriteString("wt", terms.WorkingType);
        json.WriteString("pm", terms.PriceMatch);
        json.WriteBoolean("cp", terms.ClosePosition);
        json.WriteBoolean("pP", terms.PriceProtect);
        json.WriteBoolean("R", terms.ReduceOnly);
        json.WriteNumber("tt", SimulatedWireNames.Milliseconds(view.TriggeredAt));
        json.WriteNumber("gtd", SimulatedWireNames.Milliseconds(terms.GoodTillDate));
        if (view.Status == SimulatedOrderStatus.Rejected)
        {
            json.WriteString("rm", "Margin is insufficient.");
        }

        json.WriteBoolean("ia", false);
        json.WriteEndObject();
    });

    /// <summary>Writes an <c>ORDER_TRADE_UPDATE</c>.</summary>
    public static ReadOnlyMemory<byte> Trade(TradeEvent trade, DateTimeOffset now) => Event(PushEvent.TradeUpdate, trade.TransactionTime, now, json =>
    {
        json.WriteStartObject("o");
        TradeEventJson.Write(json, trade);
        json.WriteEndObject();
    });

    /// <summary>Writes an <c>ACCOUNT_UPDATE</c>.</summary>
    public static ReadOnlyMemory<byte> Account(AccountEvent account, DateTimeOffset now) => Event(PushEvent.AccountUpdate, account.TransactionTime, now, json =>
    {
        json.WriteStartObject("a");
        AccountEventJson.Write(json, account);
        json.WriteEndObject();
    });

    public static void WriteDecimal(Utf8JsonWriter json, string name, decimal value) => json.WriteString(name, SimulatedWireNames.Of(value / One));

    private static ReadOnlyMemory<byte> Event(string name, DateTimeOffset transactionTime, DateTimeOffset now, Action<Utf8JsonWriter> writePayload) =>
        ResponseJson.Object(json =>
        {
            json.WriteString("e", name);
            json.WriteNumber("T", SimulatedWireNames.Milliseconds(transactionTime));
            json.WriteNumber("E", SimulatedWireNames.Milliseconds(now));
            writePayload(json);
        });

    private static void WriteActualOrder(Utf8JsonWriter json, OrderView view)
    {
        json.WriteString("ai", view.ActualOrderId?.ToString(CultureInfo.InvariantCulture) ?? "");
        if (view.ActualOrderId is null || view.Order.Child is not { } child)
        {
            return;
        }

        WriteDecimal(json, "ap", child.AveragePrice);
        WriteDecimal(json, "aq", child.ExecutedQuantity);
        json.WriteString("act", child.Terms.Type);
    }
}
