using System.Globalization;
using System.Text.Json;

namespace Binance.AlgoOrders.Samples;

/// <summary>Writes one JSON document to stdout, with Binance's field names and exact decimals.</summary>
internal static class JsonOutput
{
    public static void WriteOrder(AlgoOrder order) => Write(json => Write(json, order));

    public static void WriteOrders(IEnumerable<AlgoOrder> orders) => Write(json => WriteArray(json, orders, Write));

    public static void WriteOutcomes(IEnumerable<CancelManyResult> items) => Write(json => WriteArray(json, items, Write));

    public static void WriteOutcome(CancelAllAlgoOrdersOutcome outcome) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("symbol", outcome.Symbol);
        json.WriteBoolean("isClear", outcome.IsClear);
        json.WritePropertyName("orders");
        WriteArray(json, outcome.Orders.Select(OutcomeOutput.ToResult), Write);
        WriteText(json, "lastError", outcome.LastError?.Message);
        json.WriteEndObject();
    });

    public static void WriteOutcome(ReplaceAlgoOrderOutcome outcome, string name, string detail, AlgoOrder? live) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("outcome", name);
        json.WritePropertyName("isProtected");
        WriteFlag(json, outcome.IsProtected);
        json.WriteString("detail", detail);
        json.WritePropertyName("order");
        WriteOrNull(json, live);
        WriteText(json, "bridgeClientAlgoId", outcome.BridgeClientAlgoId);
        WriteTime(json, "mayExecuteUntil", outcome.MayExecuteUntil);
        json.WriteEndObject();
    });

    private static void WriteFlag(Utf8JsonWriter json, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBooleanValue(flag);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteOrNull(Utf8JsonWriter json, AlgoOrder? order)
    {
        if (order is not null)
        {
            Write(json, order);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void Write(Action<Utf8JsonWriter> content)
    {
        using Stream stdout = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stdout, new JsonWriterOptions { Indented = true }))
        {
            content(json);
        }

        stdout.WriteByte((byte)'\n');
    }

    private static void WriteArray<T>(Utf8JsonWriter json, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (T value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CancelManyResult item)
    {
        json.WriteStartObject();
        WriteText(json, item.Id is AlgoOrderId.ByAlgoId ? "algoId" : "clientAlgoId", OutcomeText.IdOf(item.Id));
        json.WriteString("outcome", OutcomeText.NameOf(item));
        json.WriteBoolean("isInactive", item.IsInactive);
        WriteText(json, "actualOrderId", (item.Outcome as CancelAlgoOrderOutcome.Triggered)?.Order.ActualOrderIdText);
        json.WriteString("detail", OutcomeText.DetailOf(item));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AlgoOrder order)
    {
        json.WriteStartObject();
        WriteText(json, "algoId", $"{order.AlgoId}");
        WriteText(json, "clientAlgoId", order.ClientAlgoId);
        WriteText(json, "symbol", order.Symbol);
        WriteText(json, "side", order.Side?.Text);
        WriteText(json, "positionSide", order.PositionSide?.Text);
        WriteText(json, "orderType", order.OrderType?.Text);
        WriteNumber(json, "quantity", order.Quantity);
        WriteNumber(json, "triggerPrice", order.TriggerPrice);
        WriteNumber(json, "price", order.Price);
        WriteNumber(json, "activatePrice", order.ActivatePrice);
        WriteNumber(json, "callbackRate", order.CallbackRate);
        json.WriteBoolean("closePosition", order.ClosePosition == true);
        json.WriteBoolean("reduceOnly", order.ReduceOnly == true);
        WriteText(json, "algoStatus", order.Status.Text);
        WriteText(json, "actualOrderId", order.ActualOrderIdText);
        WriteTime(json, "createTime", order.CreateTime);
        WriteTime(json, "updateTime", order.UpdateTime);
        WriteTime(json, "triggerTime", order.TriggerTime);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        WriteText(json, name, time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
