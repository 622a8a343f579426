using Binance.AlgoOrders.Redis.Internal.Diagnostics;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Creates the ledgers and blocks of one process, which share its health and its clocks.</summary>
/// <param name="Health">Tells whether a lease may be waited for.</param>
/// <param name="SyncRequested">Starts the next synchronization.</param>
/// <param name="ClientClock">The clock on which blocks last.</param>
/// <param name="RedisClock">The clock that measures the response time of Redis. It differs from the client's clock only in tests with virtual time.</param>
internal sealed record LedgerFactory(RedisHealth Health, AsyncAutoResetEvent SyncRequested, TimeProvider ClientClock, TimeProvider RedisClock)
{
    public LimitLedger Create(string keyPrefix, LimitRules rules, Action<int>? recordLocalUsage = null) =>
        new(keyPrefix, rules, Health, SyncRequested, RedisClock, recordLocalUsage);

    public SharedBlock CreateBlock(string name, RateLimitScope scope) => new(name, scope, ClientClock);
}
