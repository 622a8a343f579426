namespace Binance.AlgoOrders.Testing;

/// <summary>The status of a conditional order. The wire name of each value (<c>algoStatus</c>) is its name in capitals.</summary>
public enum SimulatedOrderStatus
{
    /// <summary>The order waits for its trigger price.</summary>
    New,

    /// <summary>The condition is met, and the child order is being forwarded to the matching engine. A cancel comes too late.</summary>
    Triggering,

    /// <summary>The child order is on the regular order book. <see cref="SimulatedOrder.ActualOrderId"/> is its id.</summary>
    Triggered,

    /// <summary>The child order was filled or canceled.</summary>
    Finished,

    /// <summary>The owner canceled the order.</summary>
    Canceled,

    /// <summary>The matching engine rejected the child order.</summary>
    Rejected,

    /// <summary>The exchange canceled the order.</summary>
    Expired,
}
