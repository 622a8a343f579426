namespace Binance.AlgoOrders;

/// <summary>Specifies what happened last in a cancel.</summary>
internal enum CancelEvent
{
    /// <summary>The call has begun.</summary>
    Begin,

    /// <summary>A cancel was sent.</summary>
    Cancel,

    /// <summary>The order was looked up.</summary>
    Lookup,

    /// <summary>The call has paused.</summary>
    Pause,

    /// <summary>The last copy of a cancel has expired.</summary>
    Expiry,
}
