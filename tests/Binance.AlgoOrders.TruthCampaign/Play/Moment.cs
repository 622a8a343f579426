namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>An instant on both clocks that matter.</summary>
/// <param name="Exchange">On the exchange's clock, by which orders live.</param>
/// <param name="Elapsed">Since the scenario began, on the monotonic clock, by which deadlines run.</param>
internal readonly record struct Moment(DateTimeOffset Exchange, TimeSpan Elapsed);
