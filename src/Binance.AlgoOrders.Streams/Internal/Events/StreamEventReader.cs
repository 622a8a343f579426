using System.Text.Json;

namespace Binance.AlgoOrders.Streams.Internal.Events;

/// <summary>
/// Reads the events of a user data stream. Ids, status and symbol are strict, because claims depend on them. Any other member of an unexpected form is null.
/// </summary>
internal static class StreamEventReader
{
    /// <summary>Returns the event of a message, or null if it is none, or if its ids, status or symbol could not be read.</summary>
    public static StreamEvent? Read(ReadOnlySpan<byte> message)
    {
        if (!IsObject(message))
        {
            return null;
        }

        var members = new JsonMembers(message);
        string? name = members.ReadString("e");
        return name switch
        {
            null => ReadResponse(ref members),
            "ALGO_UPDATE" => ReadOrder(ref members),
            "ORDER_TRADE_UPDATE" => ReadTrade(ref members),
            "listenKeyExpired" => new KeyExpiredEvent(members.ReadTime("E")),
            _ => new OtherEvent(),
        };
    }

    // Binance may send responses to control requests, which have no name. A name that cannot be read could be that of any event.
    private static OtherEvent? ReadResponse(ref JsonMembers members) => members.Unread is null ? new OtherEvent() : null;

    private static OrderEvent? ReadOrder(ref JsonMembers members)
    {
        ReadOnlySpan<byte> json = members.GetJson("o");
        if (!IsObject(json))
        {
            return null;
        }

        DateTimeOffset? transactionTime = members.ReadTime("T");
        var order = new JsonMembers(json);
        if (OrderMembers.Read(ref order, transactionTime) is not { } read)
        {
            return null;
        }

        return new OrderEvent(read, order.ReadText("rm"), transactionTime, members.ReadTime("E"));
    }

    private static StreamEvent? ReadTrade(ref JsonMembers members)
    {
        ReadOnlySpan<byte> json = members.GetJson("o");
        if (!IsObject(json))
        {
            return null;
        }

        var trade = new JsonMembers(json);
        long? algoId = trade.ReadId("si");
        if (algoId is null or 0)
        {
            return trade.Unread is null ? new OtherEvent() : null;
        }

        long? orderId = trade.ReadId("i");
        WireValue<ChildOrderStatus>? status = trade.ReadValue<ChildOrderStatus>("X");
        if (algoId is not > 0 || orderId is not > 0 || status is null)
        {
            return null;
        }

        return new TradeEvent(members.ReadTime("T"), members.ReadTime("E"))
        {
            AlgoId = algoId.Value,
            OrderId = orderId.Value,
            Status = status.Value,
            ExecutedQuantity = trade.ReadDecimal("z"),
            AveragePrice = trade.ReadDecimal("ap"),
            Fill = ReadFill(ref trade),
        };
    }

    private static Fill? ReadFill(ref JsonMembers trade)
    {
        if (trade.ReadId("t") is > 0 and { } tradeId && trade.ReadDecimal("l") is > 0 and { } quantity)
        {
            return new Fill(tradeId, quantity, trade.ReadDecimal("n"), trade.ReadString("N"));
        }

        return null;
    }

    private static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            reader.Skip();

            // The reader throws if anything follows the object.
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
