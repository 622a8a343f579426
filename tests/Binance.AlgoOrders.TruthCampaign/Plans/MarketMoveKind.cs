namespace Binance.AlgoOrders.TruthCampaign;

internal enum MarketMoveKind
{
    Trigger,
    BeginTrigger,
    CompleteTrigger,
    Reject,
    Finish,
    Expire,
    CancelElsewhere,

    /// <summary>Another party cancels the order and places one with the same client id.</summary>
    Replace,

    /// <summary>Another party places an order with the same client id if this order has ended.</summary>
    PlaceAgain,

    /// <summary>The exchange loses the order from its queries.</summary>
    Hide,
}
