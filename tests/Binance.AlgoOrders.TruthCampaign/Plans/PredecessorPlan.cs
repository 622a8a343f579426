using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>An older order with the same terms and the same client id, which had ended before the order was placed.</summary>
/// <param name="Before">The time from its placement to that of the order.</param>
/// <param name="State">The status with which it ended.</param>
internal sealed record PredecessorPlan(TimeSpan Before, SimulatedOrderStatus State);
