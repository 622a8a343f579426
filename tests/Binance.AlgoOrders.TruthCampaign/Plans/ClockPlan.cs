namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The differences between the clocks of client and exchange.</summary>
/// <param name="Skew">The lead of the exchange at the start.</param>
/// <param name="DriftPerSecond">The gain of the exchange in every second. It is negative if the exchange loses time.</param>
/// <param name="Steps">The steps of the client's wall clock.</param>
internal sealed record ClockPlan(TimeSpan Skew, TimeSpan DriftPerSecond, IReadOnlyList<ClockStep> Steps);
