namespace Binance.AlgoOrders;

/// <summary>Specifies the status of an algo order, wire name <c>algoStatus</c>.</summary>
public enum AlgoOrderStatus
{
    /// <summary><c>NEW</c>: the order waits for its trigger condition and can be canceled.</summary>
    New,

    /// <summary><c>TRIGGERING</c>: the condition is met and the child order is being forwarded. It is too late to cancel.</summary>
    Triggering,

    /// <summary><c>TRIGGERED</c>: the child order has been placed in the matching engine, with the id <see cref="AlgoOrder.ActualOrderId"/>.</summary>
    Triggered,

    /// <summary><c>FINISHED</c>: the child order was filled or canceled. Query the child order to see which.</summary>
    Finished,

    /// <summary><c>CANCELED</c>: the order was canceled before it triggered.</summary>
    Canceled,

    /// <summary><c>REJECTED</c>: the matching engine rejected the child order, for example because of insufficient margin.</summary>
    Rejected,

    /// <summary><c>EXPIRED</c>: the system canceled the order.</summary>
    Expired,
}
