using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>What came of setting the clock.</summary>
/// <param name="Best">The look that counts; null: none was answered.</param>
/// <param name="Offset">How far Binance's clock is ahead of the time provider's.</param>
/// <param name="Looks">How many looks were taken.</param>
/// <param name="Last">The last attempt, which says why none was answered.</param>
internal sealed record SynchronizationRun(ClockReading? Best, TimeSpan Offset, int Looks, Attempt Last);
