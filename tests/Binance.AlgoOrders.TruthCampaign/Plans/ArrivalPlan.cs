namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>An order that another party places during the calls.</summary>
/// <param name="At">The time since the start.</param>
/// <param name="Order">The terms and the market moves of the order. The moves are relative to the placement.</param>
internal sealed record ArrivalPlan(TimeSpan At, OrderPlan Order);
