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
}
