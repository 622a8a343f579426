namespace Binance.AlgoOrders.Testing;

/// <summary>The status of an ordinary order. The wire name of each value (<c>status</c>) is its name in capitals.</summary>
public enum SimulatedOrdinaryStatus
{
    /// <summary>The order is on the order book.</summary>
    New,

    /// <summary>The order was filled completely.</summary>
    Filled,

    /// <summary>The order was canceled.</summary>
    Canceled,

    /// <summary>The exchange ended the order, for example because it could not be filled at once (IOC, FOK, GTX).</summary>
    Expired,
}
