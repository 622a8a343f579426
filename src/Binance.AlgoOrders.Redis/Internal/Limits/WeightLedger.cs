using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>
/// Counts the weight of the current window: consumed by this process, leased for bulk cancels, and used by all processes. It decides from memory and is
/// synchronized with Redis in the background.
/// </summary>
internal sealed class WeightLedger(
    BudgetRules rules, RedisHealth health, AsyncAutoResetEvent syncRequested, BudgetTelemetry telemetry, TimeProvider timeProvider)
{
    private static readonly TimeSpan LeaseDelay = TimeSpan.FromMilliseconds(2);

    // After Redis has granted nothing, the other processes need time to return what they do not consume.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(25);

    private readonly Lock _lock = new();
    private long _window;
    private int _consumed;
    private int _leased;
    private int _consumedLocally;
    private int _reported;
    private int _shared;
    private int _consumedWhenShared;
    private bool _hasJoined;
    private long? _deniedAt;
    private long? _bulkAt;

    // A lower bound: other processes may have used more since the last synchronization.
    private int Used => Math.Max(_shared + _consumed - _consumedWhenShared, _reported);

    public TimeSpan GetBulkDelay(int weight, DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            _bulkAt = timeProvider.GetTimestamp();
            TimeSpan untilNext = rules.UntilNextWindow(now);
            if (Used + weight > rules.BulkLimit)
            {
                return untilNext + BinanceLimits.WindowStartMargin;
            }

            if (_leased - weight < rules.MaxLease / 2)
            {
                RequestLease();
            }

            TimeSpan restOfMargin = BinanceLimits.WindowStartMargin - (rules.Window - untilNext);
            return restOfMargin > TimeSpan.Zero ? restOfMargin : GetLeaseDelay(weight, untilNext);
        }
    }

    public TimeSpan GetNormalDelay(int weight, DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            bool isAllowed = weight == 0 || Used + weight <= rules.NormalLimit;
            return isAllowed ? TimeSpan.Zero : rules.UntilNextWindow(now);
        }
    }

    public void Consume(int weight, DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            _consumed += weight;
            if (_leased >= weight)
            {
                _leased -= weight;
            }
            else if (health.IsLate)
            {
                _consumedLocally += weight;
                telemetry.RecordLocalWeight(weight);
            }
        }
    }

    public void Report(int used, DateTimeOffset sentAt)
    {
        lock (_lock)
        {
            // The response to a request of the previous window may report the usage of that window.
            if (rules.WindowOf(sentAt) == _window && used > _reported)
            {
                _reported = used;
            }
        }
    }

    /// <summary>Creates the next report to Redis. It returns the lease when no bulk cancel has needed one for two synchronizations.</summary>
    public WeightReport CreateReport(DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            int requested = 0;
            if (_bulkAt is { } at && timeProvider.GetElapsedTime(at) < 2 * BudgetRules.SyncInterval)
            {
                requested = rules.MaxLease - _leased;
            }
            else
            {
                _leased = 0;
            }

            return new WeightReport(_window, _consumed, _leased, Math.Max(_shared, _reported), requested, _hasJoined);
        }
    }

    public void Apply(WeightReport report, WeightLease lease)
    {
        lock (_lock)
        {
            if (report.Window != _window)
            {
                return;
            }

            _hasJoined = true;
            _leased += lease.Granted;
            (_shared, _consumedWhenShared) = (Math.Max(_shared, lease.Used), report.Consumed);
            _deniedAt = null;
            if (report.Requested > 0 && lease.Granted == 0)
            {
                _deniedAt = timeProvider.GetTimestamp();
            }
        }
    }

    private TimeSpan GetLeaseDelay(int weight, TimeSpan untilNext)
    {
        if (_leased >= weight)
        {
            return TimeSpan.Zero;
        }

        if (!health.IsLate)
        {
            return _deniedAt is null ? LeaseDelay : RetryDelay;
        }

        bool isInLocalShare = _consumedLocally + weight <= rules.LocalShare && Used + weight <= rules.LocalLimit;
        return isInLocalShare ? TimeSpan.Zero : TimeMath.Min(untilNext + BinanceLimits.WindowStartMargin, BudgetRules.SyncInterval);
    }

    private void RequestLease()
    {
        if (_deniedAt is not { } at || timeProvider.GetElapsedTime(at) >= RetryDelay)
        {
            syncRequested.Set();
        }
    }

    private void RollOver(DateTimeOffset now)
    {
        long window = rules.WindowOf(now);
        if (window != _window)
        {
            _window = window;
            (_consumed, _leased, _consumedLocally, _reported, _shared, _consumedWhenShared) = (0, 0, 0, 0, 0, 0);
            (_hasJoined, _deniedAt) = (false, null);
        }
    }
}
