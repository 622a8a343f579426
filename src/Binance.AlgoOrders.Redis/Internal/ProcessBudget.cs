using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Sync;

namespace Binance.AlgoOrders.Redis.Internal;

/// <summary>
/// Implements the part of one process in a shared budget, for all its clients: one connection and one background task. Requests are decided from memory.
/// </summary>
internal sealed class ProcessBudget : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly BudgetTelemetry _telemetry;
    private readonly SharedLimits _limits;
    private readonly Task _running;
    private int _isDisposed;

    /// <param name="rules">The division of the limits.</param>
    /// <param name="keys">The names in Redis.</param>
    /// <param name="connection">The connection to Redis.</param>
    /// <param name="telemetry">The log and the metrics, which the budget disposes of.</param>
    /// <param name="clientClock">The clock on which blocks last.</param>
    /// <param name="redisClock">The clock that measures the response time of Redis. It differs from the client's clock only in tests with virtual time.</param>
    public ProcessBudget(
        BudgetRules rules, BudgetKeys keys, RedisConnection connection, BudgetTelemetry telemetry, TimeProvider clientClock, TimeProvider redisClock)
    {
        var health = new RedisHealth(rules.MaxDelay, redisClock);
        var syncRequested = new AsyncAutoResetEvent();
        _telemetry = telemetry;
        _limits = new SharedLimits(keys, rules, new LedgerFactory(health, syncRequested, clientClock, redisClock), telemetry);
        _running = new BudgetSynchronizer(connection, _limits, health, telemetry, redisClock).RunAsync(syncRequested, _stop.Token);
    }

    public IRequestBudget ForAccount(string account) => new AccountView(_limits, _limits.GetAccount(account));

    /// <summary>Returns the leases and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _running.ConfigureAwait(false);
            _stop.Dispose();
            _telemetry.Dispose();
        }
    }
}
