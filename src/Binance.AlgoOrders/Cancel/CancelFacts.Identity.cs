namespace Binance.AlgoOrders;

// Whether an order that a lookup found is the one that is meant.
internal sealed partial record CancelFacts
{
    private bool IsPinned(AlgoOrder order) => Id is AlgoOrderId.ByAlgoId pinned && pinned.AlgoId == order.AlgoId;

    private bool IsOlderThanPinned(AlgoOrder order) => Id is AlgoOrderId.ByAlgoId pinned && pinned.AlgoId > order.AlgoId;

    /// <summary>Compares an order that a lookup found with the one that is meant: the last one that had the client id when the call began.</summary>
    private OrderIdentity Compare(AlgoOrder order)
    {
        if (RequestedId is AlgoOrderId.ByAlgoId)
        {
            return OrderIdentity.Same;
        }

        if (order.Status.Known is AlgoOrderStatus.New or null)
        {
            return CompareOpen(order);
        }

        return CompareEnded(order);
    }

    // An order that was placed after the call began is not meant.
    private OrderIdentity CompareOpen(AlgoOrder order) => order.CreateTime switch
    {
        { } time when StartedAt.IsBefore(time) => OrderIdentity.Later,
        { } time when StartedAt.IsAfter(time) => OrderIdentity.Same,

        _ when IsPinned(order) => OrderIdentity.Same,
        null when EarlierOrder is not null => OrderIdentity.Undatable,

        // An older order had the client id. Only a precise clock tells whether this one was placed before the call began.
        _ when Id is AlgoOrderId.ByClientAlgoId && EarlierOrder is not null && !StartedAt.IsPrecise => OrderIdentity.Unknown,

        // The call has seen the older order open, and the clock does not tell that it ended before the call began. Then this one may have been placed since.
        _ when Id is AlgoOrderId.ByClientAlgoId && IsIdReused && MayHaveEndedInCall => OrderIdentity.Unknown,
        _ when Id is AlgoOrderId.ByClientAlgoId => OrderIdentity.Same,

        // Another order was seen before, which had the client id first.
        _ when IsClockRead => OrderIdentity.Later,
        _ => OrderIdentity.Unknown,
    };

    // A client id is free again when its order has ended. Only an order that ended during the call is certainly the one that is meant.
    private OrderIdentity CompareEnded(AlgoOrder order) => GetEndTime(order) switch
    {
        null when IsPinned(order) => OrderIdentity.Same,
        null when IsOlderThanPinned(order) => OrderIdentity.Earlier,
        null => OrderIdentity.Undatable,
        { } time when StartedAt.IsBefore(time) => OrderIdentity.Same,
        { } time when StartedAt.IsAfter(time) => OrderIdentity.Earlier,
        _ when !IsClockRead => OrderIdentity.Unknown,
        { } time when IsPinned(order) && StartedAt.IsNotAfter(time) => OrderIdentity.Same,
        _ => OrderIdentity.Earlier,
    };

    // A triggered order has left its client id to the next one, and its child order still changes it.
    private static DateTimeOffset? GetEndTime(AlgoOrder order) => order.Status.Known switch
    {
        AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished => order.TriggerTime ?? order.UpdateTime,
        _ => order.UpdateTime,
    };

    private enum OrderIdentity
    {
        // Only Binance's clock can tell.
        Unknown,

        // The order has no time that could be read.
        Undatable,
        Same,

        // It had ended before the call began, or when it began.
        Earlier,

        // It was placed after the call began.
        Later,
    }
}
