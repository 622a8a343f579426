using System.Globalization;
using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>An order as the exchange writes it. The set of fields changes with the endpoint, as it does at Binance.</summary>
internal static class OrderJson
{
    /// <summary>The field set of GET /fapi/v1/algoOrder.</summary>
    public static void WriteQueried(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteStartObject();
        WriteStart(json, order);
        json.WriteString("actualPrice", order.IsFilled ? WireNames.Of(order.Terms.TriggerPrice) : "0.00000");
        json.WriteString("actualType", order.Terms.Type.EndsWith("MARKET", StringComparison.Ordinal) ? "MARKET" : "LIMIT");
        WriteMiddle(json, order);
        json.WriteString("tpOrderType", "");
        WriteModes(json, order);
        json.WriteString("activatePrice", WireNames.Of(order.Terms.ActivatePrice));
        json.WriteString("callbackRate", WireNames.Of(order.Terms.CallbackRate));
        WriteTimes(json, order);
        json.WriteEndObject();
    }

    /// <summary>The field set of an element of GET /fapi/v1/openAlgoOrders.</summary>
    public static void WriteOpen(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteStartObject();
        WriteStart(json, order);
        WriteMiddle(json, order);
        WriteModes(json, order);
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
        json.WriteString("quantity", WireNames.Of(order.Terms.Quantity));
        json.WriteString("algoStatus", WireNames.Of(order.Status));
        json.WriteString("actualOrderId", order.ActualOrderId?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    private static void WriteMiddle(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteString("actualQty", order.IsFilled ? WireNames.Of(order.Terms.Quantity) : "0.0");
        json.WriteString("triggerPrice", WireNames.Of(order.Terms.TriggerPrice));
        json.WriteString("price", WireNames.Of(order.Terms.Price));
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

    private static void WriteTimes(Utf8JsonWriter json, SimulatedOrder order)
    {
        json.WriteNumber("createTime", WireNames.Milliseconds(order.CreatedAt));
        json.WriteNumber("updateTime", WireNames.Milliseconds(order.UpdatedAt));
        json.WriteNumber("triggerTime", WireNames.Milliseconds(order.TriggeredAt));
        json.WriteNumber("goodTillDate", WireNames.Milliseconds(order.Terms.GoodTillDate));
    }
}
