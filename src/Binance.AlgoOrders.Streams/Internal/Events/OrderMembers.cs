namespace Binance.AlgoOrders.Streams.Internal.Events;

/// <summary>Reads the order of an <c>ALGO_UPDATE</c>, whose members have short names.</summary>
internal static class OrderMembers
{
    /// <summary>Returns the order, or null if its id, status or symbol could not be read.</summary>
    public static AlgoOrder? Read(ref JsonMembers members, DateTimeOffset? updateTime)
    {
        long? algoId = members.ReadId("aid");
        string? clientAlgoId = members.ReadText("caid");
        string? symbol = members.ReadString("s");
        WireValue<AlgoOrderStatus>? status = members.ReadValue<AlgoOrderStatus>("X");
        if (members.Unread is not null || algoId is not > 0 || status is null)
        {
            return null;
        }

        AlgoOrder order = new()
        {
            AlgoId = algoId.Value,
            ClientAlgoId = clientAlgoId ?? "",
            Status = status.Value,
            Symbol = symbol,
            AlgoType = members.ReadValue<AlgoType>("at"),
            OrderType = members.ReadValue<AlgoOrderType>("o"),
            Side = members.ReadValue<OrderSide>("S"),
            PositionSide = members.ReadValue<PositionSide>("ps"),
            TimeInForce = members.ReadValue<TimeInForce>("f"),
            Quantity = members.ReadDecimal("q"),
            TriggerPrice = members.ReadDecimal("tp"),
            Price = members.ReadDecimal("p"),
            SelfTradePreventionMode = members.ReadValue<SelfTradePreventionMode>("V"),
            WorkingType = members.ReadValue<WorkingType>("wt"),
            PriceMatch = members.ReadValue<PriceMatch>("pm"),
            ClosePosition = members.ReadFlag("cp"),
            PriceProtect = members.ReadFlag("pP"),
            ReduceOnly = members.ReadFlag("R"),
            ActualOrderIdText = members.ReadText("ai"),
            ActualPrice = members.ReadDecimal("ap"),
            ActualQuantity = members.ReadDecimal("aq"),
            ActualType = members.ReadText("act"),
            UpdateTime = updateTime,
            TriggerTime = members.ReadTime("tt"),
            GoodTillDate = members.ReadTime("gtd"),
        };
        return members.Unread is { } unread ? order with { Unread = unread } : order;
    }
}
