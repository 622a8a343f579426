using System.Collections.Concurrent;
using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Counts the weight that an address uses in the current minute, and what bulk operations have reserved of it. Thread-safe.</summary>
internal sealed class AddressUsage(int weightLimit, OrderLimits orderLimits, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly UsageWindow _weight = new(BinanceLimits.Minute);
    private readonly ActiveBlock _block = new(timeProvider);
    private readonly ConcurrentDictionary<string, AccountOrders> _accounts = new(StringComparer.Ordinal);
    private readonly int _normalLimit = (int)(weightLimit * BinanceLimits.NormalShare);
    private readonly int _bulkLimit = (int)(weightLimit * BinanceLimits.BulkShare);
    private int _reserved;

    public RateLimitBlock? Block => _block.Current;

    /// <summary>Returns the orders of an account, which all its clients share.</summary>
    public AccountOrders OrdersOf(string account) => _accounts.GetOrAdd(account, static (_, usage) => usage.CreateOrders(), this);

    public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now)
    {
        lock (_lock)
        {
            TimeSpan untilNext = _weight.UntilNext(now);
            if (cost is { Priority: RequestPriority.Normal, Weight: > 0 } && _weight.Used + _reserved + cost.Weight > _normalLimit)
            {
                return untilNext;
            }

            _weight.Consume(cost.Weight, now);
            if (cost.Priority == RequestPriority.Bulk)
            {
                _reserved -= cost.Weight;
            }

            return TimeSpan.Zero;
        }
    }

    public TimeSpan TryReserve(int weight, ServerTimeRange now)
    {
        lock (_lock)
        {
            TimeSpan untilCertain = _weight.UntilCertain(now);
            if (untilCertain > TimeSpan.Zero)
            {
                return untilCertain;
            }

            if (_weight.Used + _reserved + weight > _bulkLimit)
            {
                return GetReserveDelay(now);
            }

            _reserved += weight;
            return TimeSpan.Zero;
        }
    }

    public void Release(int weight)
    {
        lock (_lock)
        {
            _reserved -= weight;
        }
    }

    public void Report(int reported, ServerTimeRange counted)
    {
        lock (_lock)
        {
            _weight.Report(Math.Min(reported, weightLimit), counted);
        }
    }

    public void ReportBlock(RateLimitBlock block) => _block.Report(block);

    private AccountOrders CreateOrders() => new(orderLimits, timeProvider);

    // Orders in progress soon return what they have reserved.
    private TimeSpan GetReserveDelay(ServerTimeRange now)
    {
        TimeSpan untilNext = _weight.UntilNext(now);
        if (_reserved > 0)
        {
            return TimeMath.Min(untilNext, BinanceLimits.ReserveRetryDelay);
        }

        return untilNext;
    }
}
