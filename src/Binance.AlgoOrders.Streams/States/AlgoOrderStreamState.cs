namespace Binance.AlgoOrders;

/// <summary>Specifies the state of an <see cref="AlgoOrderStream"/>.</summary>
public enum AlgoOrderStreamState
{
    /// <summary>The stream starts its listen key and opens a connection. Updates do not arrive.</summary>
    Connecting,

    /// <summary>
    /// The connection is open and updates arrive, but others may be missing, because the snapshot is not complete or the listen key is not confirmed.
    /// </summary>
    Behind,

    /// <summary>Updates arrive, the snapshot is complete, the listen key is confirmed, and Binance responds to pings.</summary>
    Live,

    /// <summary>The connection was given up. The stream reconnects unless it has been disposed.</summary>
    Dead,
}
