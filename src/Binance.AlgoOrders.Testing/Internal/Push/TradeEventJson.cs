using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>Writes the order of an <c>ORDER_TRADE_UPDATE</c>, with the members in the recorded order.</summary>
internal static class TradeEventJson
{
    public static void Write(Utf8JsonWriter json, TradeEvent trade)
    {
        json.WriteString("s", trade.Symbol);
        json.WriteString("c", trade.ClientOrderId);
        json.WriteString("S", trade.Side);
        json.WriteString("o", trade.Type);
        json.WriteString("f", trade.TimeInForce);
        EventJson.WriteDecimal(json, "q", trade.Quantity);
        EventJson.WriteDecimal(json, "p", trade.Price);
        EventJson.WriteDecimal(json, "ap", trade.AveragePrice);
        EventJson.WriteDecimal(json, "sp", trade.StopPrice);
        json.WriteString("x", trade.ExecutionType);
        json.WriteString("X", trade.Status);
        json.WriteNumber("i", trade.OrderId);
        WriteFill(json, trade);
        json.WriteBoolean("R", trade.ReduceOnly);
        json.WriteString("wt", trade.WorkingType);
        json.WriteString("ot", trade.OriginalType ?? trade.Type);
        json.WriteString("ps", trade.PositionSide);
        json.WriteBoolean("cp", trade.ClosePosition);
        EventJson.WriteDecimal(json, "rp", trade.RealizedProfit);
        json.WriteBoolean("pP", trade.PriceProtect);
        WriteAlgoOrder(json, trade);
        json.WriteString("V", trade.SelfTradePreventionMode);
        json.WriteString("pm", trade.PriceMatch);
        json.WriteNumber("gtd", SimulatedWireNames.Milliseconds(trade.GoodTillDate));
        json.WriteString("er", trade.ExpiryReason);
    }

    private static void WriteFill(Utf8JsonWriter json, TradeEvent trade)
    {
        EventJson.WriteDecimal(json, "l", trade.LastQuantity);
        EventJson.WriteDecimal(json, "z", trade.FilledQuantity);
        EventJson.WriteDecimal(json, "L", trade.LastPrice);
        if (trade.Commission is { } commission)
        {
            EventJson.WriteDecimal(json, "n", commission);
            json.WriteString("N", trade.CommissionAsset);
        }

        json.WriteNumber("T", SimulatedWireNames.Milliseconds(trade.TransactionTime));
        json.WriteNumber("t", trade.TradeId);
        EventJson.WriteDecimal(json, "b", trade.BidsNotional);
        EventJson.WriteDecimal(json, "a", trade.AsksNotional);
        json.WriteBoolean("m", trade.IsMaker);
    }

    // As recorded for a child. Orders that are no child are not recorded with these members.
    private static void WriteAlgoOrder(Utf8JsonWriter json, TradeEvent trade)
    {
        json.WriteNumber("si", trade.AlgoId ?? 0);
        json.WriteNumber("ss", trade.AlgoId is null ? 0 : -1);
        if (trade.AlgoId is not null)
        {
            json.WriteString("st", "ALGO_CONDITION");
        }
    }
}
