namespace Binance.AlgoOrders;

/// <summary>Specifies the time in force of an order, wire name <c>timeInForce</c>.</summary>
public enum TimeInForce
{
    /// <summary><c>GTC</c>: good till canceled.</summary>
    Gtc,

    /// <summary><c>IOC</c>: immediate or cancel. The part that cannot be filled at once is canceled.</summary>
    Ioc,

    /// <summary><c>FOK</c>: fill or kill. The order is filled completely at once or not at all.</summary>
    Fok,

    /// <summary><c>GTX</c>: post only. The order trades only as a maker.</summary>
    Gtx,

    /// <summary><c>GTD</c>: good till a date.</summary>
    Gtd,

    /// <summary><c>RPI</c>: retail price improvement.</summary>
    Rpi,

    /// <summary><c>GTE_GTC</c>: good till the order is canceled or the position is closed.</summary>
    GteGtc,
}
