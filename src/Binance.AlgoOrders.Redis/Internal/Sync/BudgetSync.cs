using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Scripts;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Sync;

/// <summary>Runs one synchronization: it reports the totals and the ban of this process, and applies the lease and the bans of the others.</summary>
internal sealed class BudgetSync(
    BudgetRules rules, BudgetKeys keys, WeightLedger ledger, AccountOrders orders, BanTracker ban, ServerTimeEstimate serverTime)
{
    private readonly string _process = Guid.NewGuid().ToString("N");
    private int _latest;

    public async Task RunAsync(IConnectionMultiplexer redis)
    {
        int number = Interlocked.Increment(ref _latest);
        IDatabase database = redis.GetDatabase();
        WeightReport report = ledger.CreateReport(serverTime.Now);
        (WeightLease lease, int banStatus, long banMilliseconds) =
            await WeightScript.RunAsync(database, keys, rules, _process, report, ban.Current).ConfigureAwait(false);
        ban.TrackShared(banStatus, banMilliseconds);

        // The lease of a synchronization that timed out would be added to that of its successor.
        if (number != Volatile.Read(ref _latest))
        {
            return;
        }

        ledger.Apply(report, lease);
        if (orders.IsInUse)
        {
            await OrderScript.RunAsync(database, keys, orders.Windows, serverTime.Now).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the lease of this process.</summary>
    public async Task ReturnLeaseAsync(IConnectionMultiplexer redis)
    {
        Interlocked.Increment(ref _latest);
        WeightReport report = ledger.CreateReport(serverTime.Now) with { Leased = 0, Requested = 0 };
        await WeightScript.RunAsync(redis.GetDatabase(), keys, rules, _process, report, ban.Current).ConfigureAwait(false);
    }
}
