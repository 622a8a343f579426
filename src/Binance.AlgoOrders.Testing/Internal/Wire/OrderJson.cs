using System.Globalization;
using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes orders as JSON. The set of fields differs by endpoint, as it does at Binance.</summary>
internal static class OrderJson
{
    /// <summary>Writes the fields of GET /fapi/v1/algoOrder.</summary>
    public static void WriteQueried(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteStartObject();
        WriteStart(json, order);
        WriteActualOrderId(json, order);
        json.WriteString("actualPrice", IfFilled(order, order.Terms.TriggerPrice, otherwise: "0.00000"));
        json.WriteString("actualType", order.Terms.Type.EndsWith("MARKET", StringComparison.Ordinal) ? "MARKET" : "LIMIT");
        WriteActualQuantity(json, order);
        WritePrices(json, order);
        json.WriteString("tpOrderType", "");
        WriteModes(json, order);
        WriteTrailing(json, order);
        WriteTimes(json, order);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of an element of GET /fapi/v1/openAlgoOrders.</summary>
    public static void WriteOpen(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteStartObject();
        WriteStart(json, order);
        WriteActualOrderId(json, order);
        WriteActualQuantity(json, order);
        WritePrices(json, order);
        WriteModes(json, order);
        WriteTimes(json, order);
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes the fields of the response to POST /fapi/v1/algoOrder, as recorded for a stop. The two terms of a trailing stop are written at the
    /// position that the documentation gives them.
    /// </summary>
    public static void WritePlaced(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteStartObject();
        WriteStart(json, order);
        WritePrices(json, order);
        WriteModes(json, order);
        if (order.Terms.CallbackRate is not null)
        {
            WriteTrailing(json, order);
        }

        WriteTimes(json, order);
        json.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteNumber("algoId", order.AlgoId);
        json.WriteString("clientAlgoId", order.ClientAlgoId);
        json.WriteString("algoType", "CONDITIONAL");
        json.WriteString("orderType", order.Terms.Type);
        json.WriteString("symbol", order.Symbol);
        json.WriteString("side", order.Terms.Side);
        json.WriteString("positionSide", order.Terms.PositionSide);
        json.WriteString("timeInForce", order.Terms.TimeInForce);
        json.WriteString("quantity", SimulatedWireNames.Of(order.Terms.Quantity));
        json.WriteString("algoStatus", SimulatedWireNames.Of(order.Status));
    }

    private static void WriteActualOrderId(Utf8JsonWriter json, SimulatedOrder order) =>
        json.WriteString("actualOrderId", order.ActualOrderId?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static void WriteActualQuantity(Utf8JsonWriter json, SimulatedOrder order) =>
        json.WriteString("actualQty", IfFilled(order, order.Terms.Quantity, otherwise: "0.0"));

    private static string IfFilled(SimulatedOrder order, decimal value, string otherwise) => order.IsFilled ? SimulatedWireNames.Of(value) : otherwise;

    private static void WritePrices(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteString("triggerPrice", SimulatedWireNames.Of(order.Terms.TriggerPrice));
        json.WriteString("price", SimulatedWireNames.Of(order.Terms.Price));
        json.WriteNull("icebergQuantity");
    }

    private static void WriteModes(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteString("selfTradePreventionMode", order.Terms.SelfTradePreventionMode);
        json.WriteString("workingType", order.Terms.WorkingType);
        json.WriteString("priceMatch", order.Terms.PriceMatch);
        json.WriteBoolean("closePosition", order.Terms.ClosePosition);
        json.WriteBoolean("priceProtect", order.Terms.PriceProtect);
        json.WriteBoolean("reduceOnly", order.Terms.ReduceOnly);
    }

    private static void WriteTrailing(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteString("activatePrice", SimulatedWireNames.Of(order.Terms.ActivatePrice));
        json.WriteString("callbackRate", SimulatedWireNames.Of(order.Terms.CallbackRate));
    }

    private static void WriteTimes(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteNumber("createTime", SimulatedWireNames.Milliseconds(order.CreatedAt));
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(order.UpdatedAt));
        json.WriteNumber("triggerTime", SimulatedWireNames.Milliseconds(order.TriggeredAt));
        json.WriteNumber("goodTillDate", SimulatedWireNames.Milliseconds(order.Terms.GoodTillDate));
    }
}
