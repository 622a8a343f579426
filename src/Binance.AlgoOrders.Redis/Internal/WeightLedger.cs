namespace Binance.AlgoOrders.Internal;

/// <summary>
/// What this process has spent of the current window, what it may still spend on bulk work, and what it knows of the others. Answers from memory;
/// Redis is told and asked in the background.
/// </summary>
internal sealed class WeightLedger(BudgetRules rules, RedisHealth health, WakeUp wakeUp, BudgetMetrics metrics, TimeProvider timeProvider)
{
    // For a grant that is on its way, and after a refusal, until the others have told what they did not need.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly Gate _turn = new();
    private long _window;
    private int _spent;
    private int _holding;
    private int _spentLocally;
    private int _reported;
    private int _shared;
    private int _spentWhenShared;
    private bool _hasJoined;
    private long? _refusedAt;
    private long? _bulkAt;

    // At any time at least that much of the window is gone.
    private int Used => Math.Max(_shared + _spent - _spentWhenShared, _reported);

    public TimeSpan TimeUntilBulkMaySend(int weight, DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            _bulkAt = timeProvider.GetTimestamp();
            TimeSpan untilNext = rules.UntilNextWindow(now);
            TimeSpan early = BudgetRules.LateStart - (rules.Window - untilNext);
            if (Used + weight > rules.LimitOfBulk)
            {
                return untilNext + BudgetRules.LateStart;
            }

            if (_holding - weight < rules.Lease / 2)
            {
                AskForMore();
            }

            return early > TimeSpan.Zero ? early
                : _holding >= weight ? TimeSpan.Zero
                : !health.IsLate ? (_refusedAt is null ? Moment : Pause)
                : _spentLocally + weight <= rules.LocalShare && Used + weight <= rules.LimitOfLocal ? TimeSpan.Zero
                : Shorter(untilNext + BudgetRules.LateStart, BudgetRules.Interval);
        }
    }

    public TimeSpan TimeUntilOrdinaryMaySend(int weight, DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            return weight == 0 || Used + weight <= rules.LimitOfOrdinary ? TimeSpan.Zero : rules.UntilNextWindow(now);
        }
    }

    public void Spend(int weight, DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            _spent += weight;
            if (_holding >= weight)
            {
                _holding -= weight;
            }
            else if (health.IsLate)
            {
                _spentLocally += weight;
                metrics.SpentLocally(weight);
            }
        }
    }

    public void Report(int used, DateTimeOffset sentAt)
    {
        lock (_turn)
        {
            // The answer to a request of the last window may still speak of that one.
            if (rules.WindowOf(sentAt) == _window && used > _reported)
            {
                _reported = used;
            }
        }
    }

    /// <summary>What to tell Redis. Where no bulk work has asked for a while, what was kept for it is given back.</summary>
    public WeightDeclaration Declare(DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            bool isBulkUnderWay = _bulkAt is { } at && timeProvider.GetElapsedTime(at) < 2 * BudgetRules.Interval;
            _holding = isBulkUnderWay ? _holding : 0;
            return new WeightDeclaration(
                _window, _spent, _holding, Math.Max(_shared, _reported), isBulkUnderWay ? rules.Lease - _holding : 0, _hasJoined);
        }
    }

    public void Take(WeightDeclaration declared, WeightGrant grant)
    {
        lock (_turn)
        {
            if (declared.Window == _window)
            {
                _hasJoined = true;
                _holding += grant.Granted;
                (_shared, _spentWhenShared) = (Math.Max(_shared, grant.Used), declared.Spent);
                _refusedAt = declared.Wanted > 0 && grant.Granted == 0 ? timeProvider.GetTimestamp() : null;
            }
        }
    }

    private void AskForMore()
    {
        if (_refusedAt is not { } at || timeProvider.GetElapsedTime(at) >= Pause)
        {
            wakeUp.Ring();
        }
    }

    private void Turn(DateTimeOffset now)
    {
        long window = rules.WindowOf(now);
        if (window != _window)
        {
            _window = window;
            (_spent, _holding, _spentLocally, _reported, _shared, _spentWhenShared) = (0, 0, 0, 0, 0, 0);
            (_hasJoined, _refusedAt) = (false, null);
        }
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
