using System.Collections.Concurrent;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Holds the limits and blocks that one process shares with others: those of the address, and those of each account.</summary>
internal sealed class SharedLimits(BudgetKeys keys, BudgetRules rules, LedgerFactory ledgers, BudgetTelemetry telemetry)
{
    private readonly ConcurrentDictionary<string, AccountBudget> _accounts = new(StringComparer.Ordinal);

    public LimitLedger Weight { get; } = ledgers.Create(keys.Weight, rules.Weight, telemetry.RecordLocalWeight);

    public SharedBlock AddressBlock { get; } = ledgers.CreateBlock(keys.Ban, RateLimitScope.Address);

    public ServerTimeEstimate ServerTime { get; } = new(ledgers.ClientClock);

    public IEnumerable<AccountBudget> Accounts => _accounts.Values;

    public IEnumerable<SharedBlock> Blocks => Accounts.Select(account => account.Block).Prepend(AddressBlock);

    /// <summary>Returns the budget of an account, which all its clients share, and has Redis read for it.</summary>
    public AccountBudget GetAccount(string name)
    {
        AccountBudget account = _accounts.GetOrAdd(name, static (name, create) => create(name), CreateAccount);
        RequestSync();
        return account;
    }

    /// <summary>Starts the next synchronization.</summary>
    public void RequestSync() => ledgers.SyncRequested.Set();

    private AccountBudget CreateAccount(string name) => new(name, keys, rules, ledgers);
}
