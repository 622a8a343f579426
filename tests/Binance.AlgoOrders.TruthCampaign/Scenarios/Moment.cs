namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>An instant on both clocks.</summary>
/// <param name="Exchange">The time on the exchange's clock, which dates the changes of orders.</param>
/// <param name="Elapsed">The time since the start of the scenario on the monotonic clock, which measures deadlines.</param>
internal readonly record struct Moment(DateTimeOffset Exchange, TimeSpan Elapsed);
