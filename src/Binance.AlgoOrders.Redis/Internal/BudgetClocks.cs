namespace Binance.AlgoOrders.Internal;

/// <summary>The clocks of a budget; they differ only where a test plays with time.</summary>
/// <param name="OfBans">The client's: how long bans last.</param>
/// <param name="OfRedis">How long Redis takes, and when it is asked.</param>
internal sealed record BudgetClocks(TimeProvider OfBans, TimeProvider OfRedis);
