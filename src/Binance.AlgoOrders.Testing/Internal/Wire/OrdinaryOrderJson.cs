using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes ordinary orders as JSON, as GET /fapi/v1/order does.</summary>
internal static class OrdinaryOrderJson
{
    public static void Write(Utf8JsonWriter json, SimulatedOrdinaryOrder order)
    {
        SimulatedOrdinaryTerms terms = order.Terms;
        json.WriteStartObject();
        json.WriteNumber("orderId", order.OrderId);
        json.WriteString("symbol", terms.Symbol);
        json.WriteString("status", SimulatedWireNames.Of(order.Status));
        json.WriteString("clientOrderId", order.ClientOrderId);
        json.WriteString("price", SimulatedWireNames.Of(terms.Price));
        json.WriteString("avgPrice", SimulatedWireNames.Of(order.AveragePrice));
        json.WriteString("origQty", SimulatedWireNames.Of(terms.Quantity));
        json.WriteString("executedQty", SimulatedWireNames.Of(order.ExecutedQuantity));
        json.WriteString("cumQuote", SimulatedWireNames.Of(order.ExecutedQuantity * order.AveragePrice));
        json.WriteString("timeInForce", terms.TimeInForce);
        json.WriteString("type", terms.Type);
        json.WriteBoolean("reduceOnly", terms.ReduceOnly);
        json.WriteBoolean("closePosition", terms.ClosePosition);
        json.WriteString("side", terms.Side);
        json.WriteString("positionSide", terms.PositionSide);
        json.WriteString("stopPrice", "0");
        json.WriteString("workingType", "CONTRACT_PRICE");
        json.WriteBoolean("priceProtect", false);
        json.WriteString("origType", terms.Type);
        json.WriteString("priceMatch", "NONE");
        json.WriteString("selfTradePreventionMode", "EXPIRE_MAKER");
        json.WriteNumber("goodTillDate", 0);
        json.WriteNumber("time", SimulatedWireNames.Milliseconds(order.CreatedAt));
        json.WriteNumber("updateTime", SimulatedWireNames.Milliseconds(order.UpdatedAt));
        json.WriteEndObject();
    }
}
