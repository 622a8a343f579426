using Binance.AlgoOrders.Internal.Limits;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Divides one of Binance's limits between the processes, and between leased and other usage.</summary>
/// <param name="limit">Binance's limit per window, for all processes together.</param>
/// <param name="window">The length of a window. Windows begin at whole multiples of it.</param>
/// <param name="leaseShare">The share of the limit that may be leased. The rest is a reserve.</param>
/// <param name="localShare">The share of the limit that one process may use without Redis.</param>
internal sealed class LimitRules(int limit, TimeSpan window, double leaseShare, double localShare)
{
    private const double LocalLimitShare = 0.9;

    public TimeSpan Window => window;

    /// <summary>Gets the usage of a window up to which leases are granted.</summary>
    public int LeaseLimit { get; } = AtLeastOne(limit * leaseShare);

    /// <summary>Gets the usage of a window up to which queries and lists are sent. They need no lease.</summary>
    public int NormalLimit { get; } = AtLeastOne(limit * BinanceLimits.NormalShare);

    /// <summary>Gets the usage of a window up to which a process works without Redis, because the leases of other processes are unknown.</summary>
    public int LocalLimit { get; } = AtLeastOne(limit * LocalLimitShare);

    /// <summary>Gets the usage per window that a process may have without a lease while Redis does not respond.</summary>
    public int LocalShare { get; } = localShare > 0 ? AtLeastOne(limit * localShare) : 0;

    /// <summary>Gets the lease that a process keeps ready.</summary>
    public int ReadyLease { get; } = AtLeastOne(limit / 50.0);

    private static int AtLeastOne(double amount) => Math.Max(1, (int)amount);
}
