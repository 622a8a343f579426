using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Sync;

namespace Binance.AlgoOrders.Redis.Internal;

/// <summary>Implements the part of one client in a shared budget. Requests are decided from memory. A background task synchronizes it with Redis.</summary>
internal sealed class RedisRequestBudget : IRequestBudget, IAsyncDisposable, IDisposable
{
    private readonly AsyncAutoResetEvent _syncRequested = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly AccountOrders _orders = new();
    private readonly BanTracker _ban;
    private readonly BanChannel _banChannel;
    private readonly WeightLedger _ledger;
    private readonly ServerTimeEstimate _serverTime;
    private readonly BudgetTelemetry _telemetry;
    private readonly Task _running;
    private int _isDisposed;

    /// <param name="rules">The division of the weight.</param>
    /// <param name="keys">The names in Redis.</param>
    /// <param name="connection">The connection to Redis.</param>
    /// <param name="telemetry">The log and the metrics, which the budget disposes of.</param>
    /// <param name="clientClock">The clock on which bans last.</param>
    /// <param name="redisClock">The clock that measures the response time of Redis. It differs from the client's clock only in tests with virtual time.</param>
    public RedisRequestBudget(
        BudgetRules rules, BudgetKeys keys, RedisConnection connection, BudgetTelemetry telemetry, TimeProvider clientClock, TimeProvider redisClock)
    {
        var health = new RedisHealth(rules.MaxDelay, redisClock);
        _telemetry = telemetry;
        _ban = new BanTracker(clientClock);
        _banChannel = new BanChannel(keys, _ban);
        _serverTime = new ServerTimeEstimate(clientClock);
        _ledger = new WeightLedger(rules, health, _syncRequested, telemetry, redisClock);
        var sync = new BudgetSync(rules, keys, _ledger, _orders, _ban, _serverTime);
        var synchronizer = new BudgetSynchronizer(connection, sync, _banChannel, health, telemetry, redisClock);
        _running = synchronizer.RunAsync(_syncRequested, _stop.Token);
    }

    public RateLimitBlock? Block => _ban.Current;

    public TimeSpan GetDelay(RequestCost cost, DateTimeOffset now)
    {
        _serverTime.Update(now);
        if (cost.Priority == RequestPriority.Bulk)
        {
            return _ledger.GetBulkDelay(cost.Weight, now);
        }

        TimeSpan weightDelay = _ledger.GetNormalDelay(cost.Weight, now);
        if (!cost.CountsAsOrder)
        {
            return weightDelay;
        }

        return TimeMath.Max(weightDelay, _orders.GetDelay(now));
    }

    public void Consume(RequestCost cost, DateTimeOffset now)
    {
        _serverTime.Update(now);
        _ledger.Consume(cost.Weight, now);
        if (cost.CountsAsOrder)
        {
            _orders.Count(now);
        }
    }

    public void Report(RequestUsage usage, DateTimeOffset sentAt)
    {
        _ledger.Report(usage.UsedWeight1Minute ?? 0, sentAt);
        if (_orders.IsInUse)
        {
            _orders.Report(usage, sentAt);
        }
    }

    public void ReportBlock(RateLimitBlock ban)
    {
        _ban.Track(ban);
        _banChannel.RequestPublish();
        _syncRequested.Set();
    }

    /// <summary>Returns the lease for bulk cancels in the background.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

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
