namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One step of the client's wall clock.</summary>
internal sealed record ClockStep(TimeSpan At, TimeSpan By);
