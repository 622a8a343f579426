using System.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>Options of a budget that several processes share through Redis. They are validated when the host starts.</summary>
public sealed class RedisRequestBudgetOptions
{
    /// <summary>
    /// Gets or sets the connection string in the format of StackExchange.Redis, such as <c>redis-1:6379,password=…,ssl=true</c>. With
    /// <c>serviceName=</c> the hosts are sentinels. Null selects the container's <c>IConnectionMultiplexer</c>, which is not disposed of. The value is
    /// never logged.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Configuration { get; set; }

    /// <summary>
    /// Gets or sets the name of the group that shares the weight: the public address that the requests are sent from, or any name for it. Programs behind
    /// one address must have the same name, programs behind different addresses different names. Up to 100 visible ASCII characters without braces, by
    /// default <c>shared</c>.
    /// </summary>
    public string Name { get; set; } = "shared";

    /// <summary>
    /// Gets or sets the prefix of every key and channel. Up to 100 visible ASCII characters without braces, by default <c>binance-algo-orders</c>.
    /// </summary>
    public string KeyPrefix { get; set; } = "binance-algo-orders";

    /// <summary>
    /// Gets or sets the longest time that bulk cancels and new orders wait for Redis before they continue with <see cref="LocalShare"/>. Other requests never
    /// wait for Redis, except that the first one of a client waits up to 50 milliseconds to learn of bans. 1 millisecond to 1 second, by default 20 milliseconds.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Gets or sets the share of each limit that one process may use while Redis does not respond, from 0 to 1, by default 0.05: of the weight for bulk cancels
    /// per minute, and of the new orders of each account in 10 seconds and per minute. A process stops earlier if Binance reports a usage of 90 percent of the
    /// limit. Each process without Redis can exceed a limit by one such share. With 0, neither bulk cancels nor new orders are sent without Redis.
    /// </summary>
    public double LocalShare { get; set; } = 0.05;

    // Only tests set another length than Binance's minute.
    internal TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
