namespace Binance.AlgoOrders;

/// <summary>Specifies the order of the requests of <see cref="AlgoOrderClient.ReplaceAsync"/>.</summary>
public enum ReplaceSequence
{
    /// <summary>
    /// Places first, so that the position is protected at every moment. Where Binance would refuse two orders, because both close the position (-4130), a bridge
    /// is used if <see cref="ReplaceAlgoOrderRequest.BridgeQuantity"/> is given, and else the current order is canceled first. The latter also happens if the
    /// account has as many open orders as Binance allows (-4045), or if the current order is not known to be open.
    /// </summary>
    Automatic,

    /// <summary>Places the replacement, confirms it, and cancels the current order. Both are live for about two round trips.</summary>
    PlaceFirst,

    /// <summary>
    /// Places a reduce-only order of <see cref="ReplaceAlgoOrderRequest.BridgeQuantity"/> as a bridge, cancels the current order, places the replacement, and
    /// cancels the bridge. For two orders that close the position.
    /// </summary>
    Bridge,

    /// <summary>Cancels the current order and places the replacement. The position is not protected for about one round trip.</summary>
    CancelFirst,
}
