using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The lags of the exchange's views, and the response that Binance does not document.</summary>
/// <param name="Delays">The lags of the views behind new orders.</param>
/// <param name="StatusDelay">The lag of queries behind changes of status.</param>
/// <param name="EmptyCancelAllErrorCode">The error of a cancel of all orders that finds none, or null for a success.</param>
internal sealed record ViewPlan(SimulatedViewDelays Delays, TimeSpan StatusDelay, int? EmptyCancelAllErrorCode);
