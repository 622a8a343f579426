namespace Binance.AlgoOrders.Testing;

/// <summary>The life of a conditional order; the wire name of each value (<c>algoStatus</c>) is its name in capitals.</summary>
public enum SimulatedOrderStatus
{
    /// <summary>Waits for its trigger price.</summary>
    New,

    /// <summary>The condition is met and the child order is being forwarded to the matching engine; a cancel comes too late.</summary>
    Triggering,

    /// <summary>The child order is in the ordinary book; see <see cref="SimulatedOrder.ActualOrderId"/>.</summary>
    Triggered,

    /// <summary>The child order was filled or canceled.</summary>
    Finished,

    /// <summary>Canceled by its owner.</summary>
    Canceled,

    /// <summary>The matching engine refused the child order.</summary>
    Rejected,

    /// <summary>Canceled by the exchange.</summary>
    Expired,
}
