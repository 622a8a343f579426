namespace Binance.AlgoOrders;

/// <summary>Represents the usage that Binance reports in one response.</summary>
/// <param name="UsedWeight1Minute">The IP address's weight in the current minute, or null if not reported. Header <c>X-MBX-USED-WEIGHT-1M</c>.</param>
/// <param name="OrderCount10Seconds">The account's new orders in the current 10 seconds, or null if not reported. Header <c>X-MBX-ORDER-COUNT-10S</c>.</param>
/// <param name="OrderCount1Minute">The account's new orders in the current minute, or null if not reported. Header <c>X-MBX-ORDER-COUNT-1M</c>.</param>
public readonly record struct RequestUsage(int? UsedWeight1Minute, int? OrderCount10Seconds, int? OrderCount1Minute);
