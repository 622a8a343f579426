namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What the market, the exchange or somebody else does to an order while it is being cancelled.</summary>
/// <param name="At">How long after the beginning.</param>
/// <param name="Kind">What happens, if the order is in the state for it by then.</param>
internal sealed record MarketMove(TimeSpan At, MarketMoveKind Kind);
