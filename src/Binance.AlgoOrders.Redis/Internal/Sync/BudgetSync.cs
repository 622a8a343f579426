using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Scripts;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Sync;

/// <summary>
/// Runs one synchronization: it reports what has changed in this process, and applies leases, totals and blocks. Writes nothing if nothing has changed. All
/// commands are sent at once.
/// </summary>
internal sealed class BudgetSync(SharedLimits limits)
{
    private readonly string _process = Guid.NewGuid().ToString("N");
    private int _latest;

    /// <param name="redis">The connection.</param>
    /// <param name="mustWrite">True to send a report even if nothing has changed, because only that proves that reports are accepted.</param>
    public async Task RunAsync(IConnectionMultiplexer redis, bool mustWrite)
    {
        int number = Interlocked.Increment(ref _latest);
        IDatabase database = redis.GetDatabase();
        SharedBlock[] blocks = [.. limits.Blocks];
        List<Task> parts = [.. blocks.Select(block => SyncAsync(database, block)), SyncAsync(database, limits.Weight, number, mustWrite)];
        parts.AddRange(limits.Accounts.SelectMany(account => account.Ledgers).Select(ledger => SyncAsync(database, ledger, number, mustWrite: false)));
        await Task.WhenAll(parts).ConfigureAwait(false);
    }

    /// <summary>Returns the leases of this process.</summary>
    public async Task ReturnLeasesAsync(IConnectionMultiplexer redis)
    {
        Interlocked.Increment(ref _latest);
        IDatabase database = redis.GetDatabase();
        LimitLedger[] ledgers = [limits.Weight, .. limits.Accounts.SelectMany(account => account.Ledgers)];
        await Task.WhenAll(ledgers.Select(ledger => ReturnLeaseAsync(database, ledger))).ConfigureAwait(false);
    }

    private static async Task SyncAsync(IDatabase redis, SharedBlock block)
    {
        if (block.TakeNew() is { } received)
        {
            await BlockScript.PublishAsync(redis, block, received).ConfigureAwait(false);
            await BlockScript.StoreAsync(redis, block, received).ConfigureAwait(false);
        }

        await BlockScript.ReadAsync(redis, block).ConfigureAwait(false);
        block.CompleteRead();
    }

    private async Task SyncAsync(IDatabase redis, LimitLedger ledger, int number, bool mustWrite)
    {
        LimitReport report = ledger.CreateReport(limits.ServerTime.Now);
        if (ledger.CreateReportOfNext() is { } next)
        {
            ledger.Apply(next, await LeaseScript.RunAsync(redis, ledger, _process, next).ConfigureAwait(false));
        }

        if (mustWrite || ledger.IsNew(report))
        {
            LimitLease lease = await LeaseScript.RunAsync(redis, ledger, _process, report).ConfigureAwait(false);

            // The lease of a synchronization that timed out would be added to that of its successor.
            if (number == Volatile.Read(ref _latest))
            {
                ledger.Apply(report, lease);
            }
        }
        else if (ledger == limits.Weight || report.Consumed > 0)
        {
            (LimitLease totals, bool isKnown) = await LeaseScript.ReadAsync(redis, ledger, _process, report.Window).ConfigureAwait(false);
            ledger.ApplyReading(report.Window, totals, isKnown);
        }
    }

    private async Task ReturnLeaseAsync(IDatabase redis, LimitLedger ledger)
    {
        LimitReport report = ledger.CreateReport(limits.ServerTime.Now) with { Leased = 0, Requested = 0 };
        if (ledger.IsNew(report))
        {
            await LeaseScript.RunAsync(redis, ledger, _process, report).ConfigureAwait(false);
        }
    }
}
