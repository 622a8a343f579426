namespace Binance.AlgoOrders;

/// <summary>How long an order stays, wire name <c>timeInForce</c>.</summary>
public enum TimeInForce
{
    /// <summary><c>GTC</c>: until it is canceled.</summary>
    Gtc,

    /// <summary><c>IOC</c>: what cannot be filled at once is canceled.</summary>
    Ioc,

    /// <summary><c>FOK</c>: filled whole at once, or not at all.</summary>
    Fok,

    /// <summary><c>GTX</c>: only as a maker.</summary>
    Gtx,

    /// <summary><c>GTD</c>: until a date.</summary>
    Gtd,

    /// <summary><c>RPI</c>: retail price improvement.</summary>
    Rpi,

    /// <summary><c>GTE_GTC</c>: until it is canceled or the position is closed.</summary>
    GteGtc,
}
