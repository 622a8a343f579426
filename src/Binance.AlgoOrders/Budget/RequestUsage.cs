namespace Binance.AlgoOrders;

/// <summary>What one answer of Binance says of the limits.</summary>
/// <param name="UsedWeight1Minute">The address's weight of this minute; header <c>X-MBX-USED-WEIGHT-1M</c>. Null: it does not say.</param>
/// <param name="OrderCount10Seconds">The account's new orders in these 10 seconds; header <c>X-MBX-ORDER-COUNT-10S</c>. Null: it does not say.</param>
/// <param name="OrderCount1Minute">The account's new orders in this minute; header <c>X-MBX-ORDER-COUNT-1M</c>. Null: it does not say.</param>
public readonly record struct RequestUsage(int? UsedWeight1Minute, int? OrderCount10Seconds, int? OrderCount1Minute);
