using System.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>Where a budget lives in Redis, who shares it, and how a client goes on without it. Validated when the host starts.</summary>
public sealed class RedisRequestBudgetOptions
{
    /// <summary>
    /// How Redis is reached, in StackExchange.Redis's form, such as <c>redis-1:6379,password=…,ssl=true</c>; with <c>serviceName=</c> the hosts
    /// are sentinels. Null: by the <c>IConnectionMultiplexer</c> of the container, which stays the container's. Never logged or shown.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Configuration { get; set; }

    /// <summary>
    /// Who shares the weight: the public address that the requests leave from, or any name for it. Programs behind one address have the same
    /// name, programs behind different addresses different ones. Up to 100 visible ASCII characters without braces; default <c>shared</c>.
    /// </summary>
    public string Name { get; set; } = "shared";

    /// <summary>What every key and channel begins with. Up to 100 visible ASCII characters without braces; default <c>binance-algo-orders</c>.</summary>
    public string KeyPrefix { get; set; } = "binance-algo-orders";

    /// <summary>
    /// How long bulk work waits for Redis before it goes on with <see cref="LocalShare"/>; nothing else ever waits. 1 millisecond to 1 second;
    /// default 20 milliseconds.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// What one process may spend per minute on bulk work while Redis does not answer, as a part of the weight limit: zero to 1, default 0.05.
    /// What Binance reports holds it back further. As many processes as there are may overrun the limit by as many of these shares.
    /// </summary>
    public double LocalShare { get; set; } = 0.05;

    // Binance's minute; only tests have shorter ones.
    internal TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
