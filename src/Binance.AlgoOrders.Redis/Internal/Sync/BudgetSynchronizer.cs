using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Sync;

/// <summary>
/// Synchronizes a budget with Redis in the background: four times a second, and earlier when a lease is needed or a block is new. Its failures are logged and not
/// thrown.
/// </summary>
internal sealed class BudgetSynchronizer(
    RedisConnection connection, SharedLimits limits, RedisHealth health, BudgetTelemetry telemetry, TimeProvider timeProvider)
{
    // A response within this time is late but still applied.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    // The first connection of a process that is starting takes longer. Meanwhile the local share is used without a warning.
    private static readonly TimeSpan FirstTimeout = TimeSpan.FromSeconds(5);

    private readonly BudgetSync _sync = new(limits);
    private readonly BlockSubscriptions _subscriptions = new(limits, telemetry, timeProvider);
    private bool _hasWritten;

    public async Task RunAsync(AsyncAutoResetEvent syncRequested, CancellationToken stop)
    {
        // The constructor of the budget must not wait for the connection.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            if (await TrySyncAsync(stop).ConfigureAwait(false))
            {
                await syncRequested.WaitAsync(BudgetRules.SyncInterval, timeProvider, stop).ConfigureAwait(false);
            }
            else
            {
                await Task.Delay(BudgetRules.SyncInterval, timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await IgnoreFailures(CloseAsync()).ConfigureAwait(false);
    }

    private async Task<bool> TrySyncAsync(CancellationToken stop)
    {
        health.RequestStarted();
        TimeSpan timeout = _hasWritten ? Timeout : FirstTimeout;
        Task<IConnectionMultiplexer> syncing = SyncAsync();
        try
        {
            IConnectionMultiplexer redis = await syncing.WaitAsync(timeout, timeProvider, stop).ConfigureAwait(false);
            RecordCompleted();
            await _subscriptions.SubscribeAsync(redis).WaitAsync(Timeout, timeProvider, stop).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            RecordFailed(failure);
        }
        catch (OperationCanceledException)
        {
            // The budget is being disposed of.
        }

        // A synchronization that timed out may still fail. Its exception must not stay unobserved.
        _ = IgnoreFailures(syncing);
        return false;
    }

    private async Task<IConnectionMultiplexer> SyncAsync()
    {
        IConnectionMultiplexer redis = await connection.ConnectAsync().ConfigureAwait(false);
        await _sync.RunAsync(redis, mustWrite: !_hasWritten || health.IsDegraded).ConfigureAwait(false);
        _hasWritten = true;
        return redis;
    }

    private void RecordCompleted()
    {
        (bool isLate, bool isChange) = health.RequestCompleted();
        telemetry.RecordCompletedSync(isLate);
        if (isChange && health.IsDegraded)
        {
            telemetry.RecordDegraded(failure: null);
        }
        else if (isChange)
        {
            telemetry.RecordRejoined();
        }
    }

    private void RecordFailed(Exception failure)
    {
        telemetry.RecordFailedSync();
        if (health.RequestFailed())
        {
            telemetry.RecordDegraded(failure);
        }
        else
        {
            telemetry.RecordCause(failure);
        }

        // The first request of the process must not wait for a Redis that cannot be read.
        foreach (SharedBlock block in limits.Blocks)
        {
            block.CompleteRead();
        }
    }

    private async Task CloseAsync()
    {
        if (connection.Connected is { } connected)
        {
            IConnectionMultiplexer redis = await connected.ConfigureAwait(false);
            await IgnoreFailures(_sync.ReturnLeasesAsync(redis).WaitAsync(Timeout, timeProvider)).ConfigureAwait(false);
            await IgnoreFailures(_subscriptions.UnsubscribeAsync(redis).WaitAsync(Timeout, timeProvider)).ConfigureAwait(false);
        }

        // A connection that is being opened is closed in the background.
        await connection.CloseAsync().WaitAsync(Timeout, timeProvider).ConfigureAwait(false);
    }

    private static async Task IgnoreFailures(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
