using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes trades as GET /fapi/v1/userTrades does, with the members in the documented order.</summary>
internal static class TradeJson
{
    public static void Write(Utf8JsonWriter json, SimulatedTrade trade)
    {
        json.WriteStartObject();
        json.WriteBoolean("buyer", trade.Side == "BUY");
        json.WriteString("commission", SimulatedWireNames.Of(trade.Commission));
        json.WriteString("commissionAsset", "USDT");
        json.WriteNumber("id", trade.Id);
        json.WriteBoolean("maker", trade.IsMaker);
        json.WriteNumber("orderId", trade.OrderId);
        json.WriteString("price", SimulatedWireNames.Of(trade.Price));
        json.WriteString("qty", SimulatedWireNames.Of(trade.Quantity));
        json.WriteString("quoteQty", SimulatedWireNames.Of(trade.Quantity * trade.Price));
        json.WriteString("realizedPnl", SimulatedWireNames.Of(trade.RealizedProfit));
        json.WriteString("side", trade.Side);
        json.WriteString("positionSide", trade.PositionSide);
        json.WriteString("symbol", trade.Symbol);
        json.WriteNumber("time", SimulatedWireNames.Milliseconds(trade.Time));
        json.WriteEndObject();
    }
}
