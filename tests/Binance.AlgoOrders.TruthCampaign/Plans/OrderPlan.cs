using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>An order that is there before the first call.</summary>
/// <param name="Terms">What it asks for; its creation time is told by <paramref name="Age"/>.</param>
/// <param name="Age">How long ago it was placed.</param>
/// <param name="State">What has become of it so far.</param>
/// <param name="Moves">What happens to it during the calls, in the order of time.</param>
internal sealed record OrderPlan(SimulatedOrderTerms Terms, TimeSpan Age, SimulatedOrderStatus State, IReadOnlyList<MarketMove> Moves);
