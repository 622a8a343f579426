namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Specifies the status of an order of the model.</summary>
internal enum OrderStatus : byte
{
    Absent,
    New,
    Triggering,
    Triggered,
    Finished,
    Canceled,
    Expired,
    Rejected,
    Forgotten,
}

/// <summary>Groups the statuses.</summary>
internal static class OrderStatuses
{
    public static bool HasEndedWithoutTrade(this OrderStatus status) => status is >= OrderStatus.Canceled;

    public static bool HasTriggered(this OrderStatus status) => status is OrderStatus.Triggering or OrderStatus.Triggered or OrderStatus.Finished;

    /// <summary>Returns true if the client id of an order of this status may be used again.</summary>
    public static bool FreesClientId(this OrderStatus status) => status is OrderStatus.Triggered or OrderStatus.Finished or >= OrderStatus.Canceled;

    public static bool FreesClientIdOrIsAbsent(this OrderStatus status) => status == OrderStatus.Absent || status.FreesClientId();

    /// <summary>Returns the status as Binance reports it.</summary>
    public static AlgoOrderStatus OnTheWire(this OrderStatus status) => status switch
    {
        OrderStatus.New => AlgoOrderStatus.New,
        OrderStatus.Triggering => AlgoOrderStatus.Triggering,
        OrderStatus.Triggered => AlgoOrderStatus.Triggered,
        OrderStatus.Finished => AlgoOrderStatus.Finished,
        OrderStatus.Canceled => AlgoOrderStatus.Canceled,
        OrderStatus.Expired => AlgoOrderStatus.Expired,
        OrderStatus.Rejected => AlgoOrderStatus.Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Binance shows no order of this status."),
    };
}
