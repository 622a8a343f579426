using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Redis.Internal.Connection;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Counts the orders that one account places in 10 seconds and in a minute, in all processes. Every order needs a lease of both. Thread-safe.</summary>
internal sealed class AccountBudget
{
    private readonly Lock _lock = new();
    private readonly LimitLedger _tenSeconds;
    private readonly LimitLedger _minute;

    public AccountBudget(string name, BudgetKeys keys, BudgetRules rules, LedgerFactory ledgers)
    {
        _tenSeconds = ledgers.Create(keys.OrdersTenSeconds(name), rules.OrdersTenSeconds);
        _minute = ledgers.Create(keys.OrdersMinute(name), rules.OrdersMinute);
        Ledgers = [_tenSeconds, _minute];
        Block = ledgers.CreateBlock(keys.OrderBlock(name), RateLimitScope.AccountOrders);
    }

    public SharedBlock Block { get; }

    public IReadOnlyList<LimitLedger> Ledgers { get; }

    /// <summary>Counts an order and returns zero, or returns the time after which to try again.</summary>
    public TimeSpan TryConsume(ServerTimeRange now)
    {
        lock (_lock)
        {
            TimeSpan delay = TimeMath.Max(_tenSeconds.GetDelay(1, now), _minute.GetDelay(1, now));
            if (delay == TimeSpan.Zero)
            {
                _tenSeconds.ConsumeLeased(1, reserved: 0, now);
                _minute.ConsumeLeased(1, reserved: 0, now);
            }

            return delay;
        }
    }

    public void Report(RequestUsage usage, ServerTimeRange counted)
    {
        _tenSeconds.Report(usage.OrderCount10Seconds ?? 0, counted);
        _minute.Report(usage.OrderCount1Minute ?? 0, counted);
    }
}
