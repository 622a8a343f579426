using Binance.AlgoOrders.Internal.Limits;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Holds the rules of the limits that a budget shares.</summary>
/// <param name="Weight">The weight of the address per minute.</param>
/// <param name="OrdersTenSeconds">The new orders of an account in 10 seconds.</param>
/// <param name="OrdersMinute">The new orders of an account in a minute.</param>
/// <param name="MaxDelay">The longest time that a lease is waited for.</param>
internal sealed record BudgetRules(LimitRules Weight, LimitRules OrdersTenSeconds, LimitRules OrdersMinute, TimeSpan MaxDelay)
{
    /// <summary>The longest time between two synchronizations with Redis.</summary>
    public static readonly TimeSpan SyncInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The time without new leases after Redis has lost its data, in which every process reports its totals again.</summary>
    public static readonly TimeSpan SettlingTime = 2 * SyncInterval;

    // The reserve is for orders that Binance counts in another window than the client expects.
    private const double OrderShare = 0.98;

    public static BudgetRules Of(AlgoOrderClientOptions client, double localShare, TimeSpan maxDelay, TimeSpan weightWindow) => new(
        new LimitRules(client.WeightLimit, weightWindow, BinanceLimits.BulkShare, localShare),
        new LimitRules(client.OrderLimit10Seconds, BinanceLimits.TenSeconds, OrderShare, localShare),
        new LimitRules(client.OrderLimit1Minute, BinanceLimits.Minute, OrderShare, localShare),
        maxDelay);
}
