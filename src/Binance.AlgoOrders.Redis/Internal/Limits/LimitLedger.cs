using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>
/// Counts one limit in its current window: consumed by this process, leased, reserved, and used by all processes. It decides from memory and is synchronized
/// with Redis in the background. Thread-safe.
/// </summary>
/// <param name="keyPrefix">The name of the limit in Redis, without the number of the window.</param>
/// <param name="rules">The division of the limit.</param>
/// <param name="health">Tells whether a lease may be waited for.</param>
/// <param name="syncRequested">Starts the next synchronization.</param>
/// <param name="timeProvider">The clock of Redis's response times.</param>
/// <param name="recordLocalUsage">Records usage without a lease while Redis does not respond, or null.</param>
internal sealed partial class LimitLedger(
    string keyPrefix, LimitRules rules, RedisHealth health, AsyncAutoResetEvent syncRequested, TimeProvider timeProvider, Action<int>? recordLocalUsage = null)
{
    private readonly Lock _lock = new();
    private readonly UsageWindow _own = new(rules.Window);
    private LedgerWindow _window = new();
    private long _number;
    private int _reserved;
    private int _needed;
    private long? _neededAt;

    public string KeyPrefix => keyPrefix;

    public LimitRules Rules => rules;

    private int Available => _window.Leased - _reserved;

    /// <summary>Reserves usage and returns zero, or returns the time after which to try again. Nothing is reserved while it is uncertain which window it is.</summary>
    public TimeSpan TryReserve(int amount, ServerTimeRange now)
    {
        lock (_lock)
        {
            RollOver(now);
            TimeSpan delay = _own.UntilCertain(now);
            if (delay > TimeSpan.Zero)
            {
                return delay;
            }

            delay = GetLeaseDelay(amount, now);
            if (delay == TimeSpan.Zero)
            {
                _reserved += amount;
            }

            return delay;
        }
    }

    /// <summary>Returns reserved usage that was not consumed.</summary>
    public void Release(int amount)
    {
        lock (_lock)
        {
            _reserved -= amount;
        }
    }

    /// <summary>Returns zero if usage is leased, or the time after which to try again.</summary>
    public TimeSpan GetDelay(int amount, ServerTimeRange now)
    {
        lock (_lock)
        {
            RollOver(now);
            return GetLeaseDelay(amount, now);
        }
    }

    /// <summary>Consumes usage of the reserve for cancels, whatever is left.</summary>
    public void Consume(int amount, ServerTimeRange now)
    {
        lock (_lock)
        {
            ConsumeOwn(amount, now);
        }
    }

    /// <summary>Consumes leased usage.</summary>
    public void ConsumeLeased(int amount, int reserved, ServerTimeRange now)
    {
        lock (_lock)
        {
            ConsumeOwn(amount, now);
            _reserved -= reserved;
            if (_window.Leased >= amount)
            {
                _window.Leased -= amount;
            }
            else if (health.IsLate)
            {
                _window.ConsumedLocally += amount;
                recordLocalUsage?.Invoke(amount);
            }
        }
    }

    /// <summary>Consumes usage of queries and lists and returns zero, or returns the time after which to try again.</summary>
    public TimeSpan TryConsume(int amount, ServerTimeRange now)
    {
        lock (_lock)
        {
            RollOver(now);
            TimeSpan delay = GetNormalDelay(amount, now);
            if (delay == TimeSpan.Zero)
            {
                ConsumeOwn(amount, now);
            }

            return delay;
        }
    }

    public void Report(int used, ServerTimeRange counted)
    {
        lock (_lock)
        {
            RollOver(counted);
            if (_own.IsCurrent(counted))
            {
                _window.Reported = Math.Max(_window.Reported, used);
            }
        }
    }

    private void ConsumeOwn(int amount, ServerTimeRange now)
    {
        RollOver(now);
        _own.Consume(amount, now);
        if (_own.Used - (_window.Sent?.Consumed ?? 0) >= (rules.ReadyLease + 3) / 4)
        {
            syncRequested.Set();
        }
    }

    private void RollOver(ServerTimeRange now)
    {
        // Moves the window on.
        _ = _own.UntilNext(now);
        if (_own.Number != _number)
        {
            (_number, _window) = (_own.Number, new LedgerWindow());
        }
    }
}
