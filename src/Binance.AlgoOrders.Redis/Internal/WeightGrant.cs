namespace Binance.AlgoOrders.Internal;

/// <summary>What Redis answers to a declaration.</summary>
/// <param name="Granted">What the process may keep in addition.</param>
/// <param name="Used">What all of them have used of the window.</param>
internal readonly record struct WeightGrant(int Granted, int Used);
