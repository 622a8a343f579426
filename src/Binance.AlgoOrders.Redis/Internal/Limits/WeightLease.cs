namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>The response of Redis to a <see cref="WeightReport"/>.</summary>
/// <param name="Granted">The additional weight that the process may consume.</param>
/// <param name="Used">The weight of the window that all processes together have used.</param>
internal readonly record struct WeightLease(int Granted, int Used);
