using System.Globalization;
using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes orders as JSON. The set of fields differs by endpoint, as it does at Binance.</summary>
internal static class OrderJson
{
    /// <summary>Writes the fields of GET /fapi/v1/algoOrder.</summary>
    public static void WriteQueried(Utf8JsonWriter json, OrderView view)
    {
        json.WriteStartObject();
        WriteStart(json, view);
        WriteActualOrderId(json, view);
        json.WriteString("actualPrice", IfFilled(view, static child => child.AveragePrice, otherwise: "0.00000"));
        json.WriteString("actualType", view.Order.Terms.Type.EndsWith("MARKET", StringComparison.Ordinal) ? "MARKET" : "LIMIT");
        WriteActualQuantity(json, view);
        WritePrices(json, view);
        json.WriteString("tpOrderType", "");
        WriteModes(json, view);
        WriteTrailing(json, view);
        WriteTimes(json, view);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of an element of GET /fapi/v1/openAlgoOrders.</summary>
    public static void WriteOpen(Utf8JsonWriter json, OrderView view)
    {
        json.WriteStartObject();
        WriteStart(json, view);
        WriteActualOrderId(json, view);
        WriteActualQuantity(json, view);
        WritePrices(json, view);
        WriteModes(json, view);
        WriteTimes(json, view);
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes the fields of the response to POST /fapi/v1/algoOrder, as recorded for a stop. The two terms of a trailing stop are written at the
    /// position that the documentation gives them.
    /// </summary>
    public static void WritePlaced(Utf8JsonWriter json, OrderView view)
    {
        json.WriteStartObject();
        WriteStart(json, view);
        WritePrices(json, view);
        WriteModes(json, view);
        if (view.Order.Terms.CallbackRate is not null)
        {
            WriteTrailing(json, view);
        }

        WriteTimes(json, view);
        json.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter json, OrderView view)
    {
        json.WriteNumber("algoId", view.Order.AlgoId);
        json.WriteString("clientAlgoId", view.Order.ClientAlgoId);
        json.WriteString("algoType", "CONDITIONAL");
        json.WriteString("orderType", view.Order.Terms.Type);
        json.WriteString("symbol", view.Order.Symbol);
        json.WriteString("side", view.Order.Terms.Side);
        json.WriteString("positionSide", view.Order.Terms.PositionSide);
        json.WriteString("timeInForce", view.Order.Terms.TimeInForce);
        json.WriteString("quantity", SimulatedWireNames.Of(view.Order.Terms.Quantity));
        json.WriteString("algoStatus", SimulatedWireNames.Of(view.Status));
    }

    private static void WriteActualOrderId(Utf8JsonWriter json, OrderView view) =>
        json.WriteString("actualOrderId", view.ActualOrderId?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static void WriteActualQuantity(Utf8JsonWriter json, OrderView view) =>
        json.WriteString("actualQty", IfFilled(view, static child => child.ExecutedQuantity, otherwise: "0.0"));

    private static string IfFilled(OrderView view, Func<SimulatedOrdinaryOrder, decimal> value, string otherwise) =>
        view.IsFilled ? SimulatedWireNames.Of(value(view.Order.Child!)) : otherwise;

    private static void WritePrices(Utf8JsonWriter json, OrderView view)
    {
        json.WriteString("triggerPrice", SimulatedWireNames.Of(view.Order.Terms.TriggerPrice));
        json.WriteString("price", SimulatedWireNames.Of(view.Order.Terms.Price));
        json.WriteNull("icebergQuantity");
    }

    private static void WriteModes(Utf8JsonWriter json, OrderView view)
    {
        json.WriteString("selfTradePreventionMode", view.Order.Terms.SelfTradePreventionMode);
        json.WriteString("workingType", view.Order.Terms.WorkingType);
        json.WriteString("priceMatch", view.Order.Terms.PriceMatch);
        json.WriteBoolean("closePosition", view.Order.Terms.ClosePosition);
        json.WriteBoolean("priceProtect", view.Order.Terms.PriceProtect);
        json.WriteBoolean("reduceOnly", view.Order.Terms.ReduceOnly);
    }

    private static void WriteTrailing(Utf8JsonWriter json, OrderView view)
    {
        json.WriteString("activatePrice", SimulatedWireNames.Of(view.Order.Terms.ActivatePrice));
        json.WriteString("callbackRate", SimulatedWireNames.Of(view.Order.Terms.CallbackRate));
    }

    private static void WriteTimes(Utf8JsonWriter json, OrderView view)
    {
        json.WriteNumber("createTime", SimulatedWireNames.Milliseconds(view.Order.CreatedAt));
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(view.UpdatedAt));
        json.WriteNumber("triggerTime", SimulatedWireNames.Milliseconds(view.TriggeredAt));
        json.WriteNumber("goodTillDate", SimulatedWireNames.Milliseconds(view.Order.Terms.GoodTillDate));
    }
}
