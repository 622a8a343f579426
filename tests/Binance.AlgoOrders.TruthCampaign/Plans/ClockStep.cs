namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The client's wall clock is set.</summary>
internal sealed record ClockStep(TimeSpan At, TimeSpan By);
