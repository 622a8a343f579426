using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>An order that exists before the first call.</summary>
/// <param name="Terms">The parameters of the order. Its creation time is in <paramref name="Age"/>.</param>
/// <param name="Age">The time since its placement.</param>
/// <param name="State">The status at the start.</param>
/// <param name="Moves">The market moves during the calls, in the order of time.</param>
internal sealed record OrderPlan(SimulatedOrderTerms Terms, TimeSpan Age, SimulatedOrderStatus State, IReadOnlyList<MarketMove> Moves)
{
    /// <summary>The older order with the same client id, or null for none.</summary>
    public PredecessorPlan? Predecessor { get; init; }
}
