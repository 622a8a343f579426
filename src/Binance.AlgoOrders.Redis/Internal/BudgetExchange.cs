using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>One question to Redis and its answer: what this process has spent and heard, what it may spend, and what the others have heard.</summary>
internal sealed class BudgetExchange(
    BudgetRules rules, BudgetKeys keys, WeightLedger ledger, AccountOrders orders, KnownBan ban, BinanceTime binanceTime)
{
    private readonly string _process = Guid.NewGuid().ToString("N");
    private int _latest;

    public async Task RunAsync(IConnectionMultiplexer connection)
    {
        int number = Interlocked.Increment(ref _latest);
        IDatabase redis = connection.GetDatabase();
        WeightDeclaration told = ledger.Declare(binanceTime.Now);
        (WeightGrant grant, int banStatus, long banLeft) =
            await WeightScript.RunAsync(redis, keys, rules, _process, told, ban.Current).ConfigureAwait(false);
        ban.NoteOthers(banStatus, banLeft);

        // The answer to a question that nobody waits for any more would come on top of the one to the next.
        if (number != Volatile.Read(ref _latest))
        {
            return;
        }

        ledger.Take(told, grant);
        if (orders.IsInUse)
        {
            await OrderScript.RunAsync(redis, keys, orders.Windows, binanceTime.Now).ConfigureAwait(false);
        }
    }

    /// <summary>Gives back what was kept for bulk work.</summary>
    public async Task LeaveAsync(IConnectionMultiplexer connection)
    {
        Interlocked.Increment(ref _latest);
        WeightDeclaration told = ledger.Declare(binanceTime.Now) with { Holding = 0, Wanted = 0 };
        await WeightScript.RunAsync(connection.GetDatabase(), keys, rules, _process, told, ban.Current).ConfigureAwait(false);
    }
}
