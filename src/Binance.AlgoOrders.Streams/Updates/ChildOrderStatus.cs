namespace Binance.AlgoOrders;

/// <summary>Specifies the status of an ordinary order, wire name <c>X</c> of <c>ORDER_TRADE_UPDATE</c>.</summary>
public enum ChildOrderStatus
{
    /// <summary><c>NEW</c>: the order is in the order book without a fill.</summary>
    New,

    /// <summary><c>PARTIALLY_FILLED</c>: a part of the order is filled, and the rest is in the order book.</summary>
    PartiallyFilled,

    /// <summary><c>FILLED</c>: the order is filled.</summary>
    Filled,

    /// <summary><c>CANCELED</c>: the order was canceled. A part of it may be filled.</summary>
    Canceled,

    /// <summary><c>REJECTED</c>: the matching engine rejected the order.</summary>
    Rejected,

    /// <summary><c>EXPIRED</c>: the system canceled the order. A part of it may be filled.</summary>
    Expired,

    /// <summary><c>EXPIRED_IN_MATCH</c>: self-trade prevention canceled the order. A part of it may be filled.</summary>
    ExpiredInMatch,
}
