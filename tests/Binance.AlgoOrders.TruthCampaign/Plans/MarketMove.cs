namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A change of an order by the market, the exchange or another client during its cancel.</summary>
/// <param name="At">The time since the start.</param>
/// <param name="Kind">The change, which applies only if the status of the order allows it.</param>
internal sealed record MarketMove(TimeSpan At, MarketMoveKind Kind);
