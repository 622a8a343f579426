using Binance.AlgoOrders.Internal.Limits;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Divides the weight of a window between bulk cancels, lookups and single cancels.</summary>
/// <param name="Limit">Binance's weight limit per window, for all processes together.</param>
/// <param name="Window">The length of a window. Windows begin at whole multiples of it.</param>
/// <param name="MaxDelay">The longest time that bulk cancels wait for Redis.</param>
/// <param name="LocalShare">The weight per window that bulk cancels may consume without Redis.</param>
internal sealed record BudgetRules(int Limit, TimeSpan Window, TimeSpan MaxDelay, int LocalShare)
{
    /// <summary>The longest time between two synchronizations with Redis.</summary>
    public static readonly TimeSpan SyncInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The time without new leases after Redis has lost its data, in which every process reports its totals again.</summary>
    public static readonly TimeSpan SettlingTime = 2 * SyncInterval;

    private const double LocalLimitShare = 0.9;
    private const double NormalShare = 0.98;

    /// <summary>The usage of a window up to which bulk cancels are sent, as in the client's own budget. Cancels and lookups may use the rest.</summary>
    public int BulkLimit { get; } = (int)(Limit * BinanceLimits.BulkShare);

    /// <summary>The usage of a window up to which bulk cancels are sent without Redis, because the leases of other processes are unknown.</summary>
    public int LocalLimit { get; } = (int)(Limit * LocalLimitShare);

    /// <summary>The usage of a window up to which lookups and new orders are sent.</summary>
    public int NormalLimit { get; } = (int)(Limit * NormalShare);

    /// <summary>The highest weight that one process leases for bulk cancels.</summary>
    public int MaxLease { get; } = Math.Max(1, Limit / 100);

    public static BudgetRules Of(int limit, RedisRequestBudgetOptions options) =>
        new(limit, options.Window, options.MaxDelay, (int)(limit * options.LocalShare));

    public long WindowOf(DateTimeOffset time) => time.UtcTicks / Window.Ticks;

    public TimeSpan UntilNextWindow(DateTimeOffset now) => TimeSpan.FromTicks(Window.Ticks - (now.UtcTicks % Window.Ticks));
}
