namespace Binance.AlgoOrders;

/// <summary>Where an algo order stands in its life, wire name <c>algoStatus</c>.</summary>
public enum AlgoOrderStatus
{
    /// <summary><c>NEW</c>: it waits for its condition, and can be canceled.</summary>
    New,

    /// <summary><c>TRIGGERING</c>: the condition is met and the child order is being forwarded; too late to cancel.</summary>
    Triggering,

    /// <summary><c>TRIGGERED</c>: the child order has been placed in the matching engine, under <see cref="AlgoOrder.ActualOrderId"/>.</summary>
    Triggered,

    /// <summary><c>FINISHED</c>: the child order was filled or canceled; only the child tells which.</summary>
    Finished,

    /// <summary><c>CANCELED</c>: it was canceled before it triggered.</summary>
    Canceled,

    /// <summary><c>REJECTED</c>: the matching engine refused the child order, for want of margin for example.</summary>
    Rejected,

    /// <summary><c>EXPIRED</c>: the system canceled it.</summary>
    Expired,
}
