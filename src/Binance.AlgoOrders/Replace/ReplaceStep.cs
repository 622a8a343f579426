namespace Binance.AlgoOrders;

/// <summary>Specifies the next step of a replacement.</summary>
internal enum ReplaceStep
{
    PlaceReplacement,
    PlaceBridge,

    /// <summary>Cancel the current order.</summary>
    CancelCurrent,

    /// <summary>Look up whether the current order is live.</summary>
    LookUpCurrent,

    /// <summary>Cancel the replacement, because the current order has triggered.</summary>
    CancelReplacement,
    CancelBridge,

    /// <summary>Place an order with the terms of the current one.</summary>
    Restore,

    ClaimReplaced,
    ClaimKept,
    ClaimRestored,
    ClaimUnprotected,
    ClaimCurrentTriggered,
    ClaimBoth,
    ClaimUnknown,
}
