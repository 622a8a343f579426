using System.Text.Json;

namespace Binance.AlgoOrders;

/// <summary>
/// Reads the orders of a response. Ids, status and symbol are strict, because claims depend on them. Any other member of an unexpected form is null, so
/// that it does not hide its order.
/// </summary>
internal static class AlgoOrderReader
{
    /// <summary>Returns the order of a body, or null if its id, status or symbol could not be read.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static AlgoOrder? Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        AlgoOrder? order = Read(body, ref reader);

        // The reader throws if anything follows the order.
        reader.Read();
        return order;
    }

    /// <summary>Returns the orders of a list, or null if the body is no list.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static AlgoOrderList? ReadList(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        List<AlgoOrder> orders = [];
        int unreadable = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Read(body, ref reader) is { } order)
            {
                orders.Add(order);
            }
            else
            {
                unreadable++;
            }
        }

        // The reader throws if anything follows the list.
        reader.Read();
        return new AlgoOrderList(orders, unreadable);
    }

    /// <summary>Returns the names of the members that could not be read in some of the orders, or null if there are none.</summary>
    public static string? DescribeUnread(IEnumerable<AlgoOrder> orders)
    {
        SortedSet<string> names = new(orders.SelectMany(static order => order.Unread.Keys), StringComparer.Ordinal);
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static AlgoOrder? Read(ReadOnlySpan<byte> body, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var members = new AlgoOrderMembers(body);
        members.Find(ref reader);
        return Create(ref members);
    }

    private static AlgoOrder? Create(ref AlgoOrderMembers members)
    {
        long? algoId = members.ReadId(AlgoOrderMember.AlgoId);
        string? clientAlgoId = members.ReadText(AlgoOrderMember.ClientAlgoId);
        string? symbol = members.ReadString(AlgoOrderMember.Symbol);
        WireValue<AlgoOrderStatus>? status = members.ReadValue<AlgoOrderStatus>(AlgoOrderMember.AlgoStatus);
        if (members.Unread is not null || algoId is not > 0 || status is null)
        {
            return null;
        }

        return new AlgoOrder
        {
            AlgoId = algoId.Value,
            ClientAlgoId = clientAlgoId ?? "",
            Status = status.Value,
            Symbol = symbol,
            AlgoType = members.ReadValue<AlgoType>(AlgoOrderMember.AlgoType),
            OrderType = members.ReadValue<AlgoOrderType>(AlgoOrderMember.OrderType),
            Side = members.ReadValue<OrderSide>(AlgoOrderMember.Side),
            PositionSide = members.ReadValue<PositionSide>(AlgoOrderMember.PositionSide),
            TimeInForce = members.ReadValue<TimeInForce>(AlgoOrderMember.TimeInForce),
            Quantity = members.ReadDecimal(AlgoOrderMember.Quantity),
            TriggerPrice = members.ReadDecimal(AlgoOrderMember.TriggerPrice),
            Price = members.ReadDecimal(AlgoOrderMember.Price),
            IcebergQuantity = members.ReadDecimal(AlgoOrderMember.IcebergQuantity),
            SelfTradePreventionMode = members.ReadValue<SelfTradePreventionMode>(AlgoOrderMember.SelfTradePreventionMode),
            WorkingType = members.ReadValue<WorkingType>(AlgoOrderMember.WorkingType),
            PriceMatch = members.ReadValue<PriceMatch>(AlgoOrderMember.PriceMatch),
            ClosePosition = members.ReadFlag(AlgoOrderMember.ClosePosition),
            PriceProtect = members.ReadFlag(AlgoOrderMember.PriceProtect),
            ReduceOnly = members.ReadFlag(AlgoOrderMember.ReduceOnly),
            ActivatePrice = members.ReadDecimal(AlgoOrderMember.ActivatePrice),
            CallbackRate = members.ReadDecimal(AlgoOrderMember.CallbackRate),
            ActualOrderIdText = members.ReadText(AlgoOrderMember.ActualOrderId),
            ActualPrice = members.ReadDecimal(AlgoOrderMember.ActualPrice),
            ActualQuantity = members.ReadDecimal(AlgoOrderMember.ActualQty),
            ActualType = members.ReadText(AlgoOrderMember.ActualType),
            TakeProfitOrderType = members.ReadText(AlgoOrderMember.TpOrderType),
            TakeProfitTriggerPrice = members.ReadDecimal(AlgoOrderMember.TpTriggerPrice),
            TakeProfitPrice = members.ReadDecimal(AlgoOrderMember.TpPrice),
            StopLossTriggerPrice = members.ReadDecimal(AlgoOrderMember.SlTriggerPrice),
            StopLossPrice = members.ReadDecimal(AlgoOrderMember.SlPrice),
            CreateTime = members.ReadTime(AlgoOrderMember.CreateTime),
            UpdateTime = members.ReadTime(AlgoOrderMember.UpdateTime),
            TriggerTime = members.ReadTime(AlgoOrderMember.TriggerTime),
            GoodTillDate = members.ReadTime(AlgoOrderMember.GoodTillDate),

            // The members before this one have been read.
            Unread = members.Unread!,
        };
    }
}

/// <summary>The orders of a list.</summary>
/// <param name="Orders">The orders that could be read.</param>
/// <param name="UnreadableCount">The number of elements whose id, status or symbol could not be read.</param>
internal sealed record AlgoOrderList(List<AlgoOrder> Orders, int UnreadableCount);
