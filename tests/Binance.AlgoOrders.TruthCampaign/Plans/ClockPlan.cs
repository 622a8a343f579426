namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>How the clocks of client and exchange go apart.</summary>
/// <param name="Skew">How far the exchange is ahead at the beginning.</param>
/// <param name="DriftPerSecond">How much it gains in every second; negative: loses.</param>
/// <param name="Steps">When somebody sets the client's wall clock, and by how much.</param>
internal sealed record ClockPlan(TimeSpan Skew, TimeSpan DriftPerSecond, IReadOnlyList<ClockStep> Steps);
