namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>The response of Redis to a <see cref="LimitReport"/>.</summary>
/// <param name="Granted">The additional usage that the process has leased.</param>
/// <param name="Used">The usage of the window by all processes together.</param>
/// <param name="Leased">The usage that all processes together have leased and not consumed yet.</param>
internal readonly record struct LimitLease(int Granted, int Used, int Leased);
