namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <content>The exchange of reports and leases with Redis.</content>
internal sealed partial class LimitLedger
{
    /// <summary>Creates the next report to Redis. It returns what is leased and not reserved if no lease was needed for a while, or if none was granted.</summary>
    public LimitReport CreateReport(ServerTimeRange now)
    {
        lock (_lock)
        {
            RollOver(now);
            bool isNeeded = _neededAt is { } at && timeProvider.GetElapsedTime(at) < 2 * BudgetRules.SyncInterval;
            if (!isNeeded || _window.DeniedAt is not null)
            {
                _window.Leased = Math.Clamp(_reserved, 0, _window.Leased);
            }

            int requested = 0;
            if (isNeeded && !IsEnough(Available - _needed))
            {
                requested = _needed + rules.ReadyLease - Available;
            }

            return new LimitReport(_own.Number, _own.Used, _window.Leased, _window.Known, requested, Math.Max(1, _needed - Available), _window.HasJoined);
        }
    }

    /// <summary>Creates a report of what may be counted in the next window, or null if Redis knows it.</summary>
    public LimitReport? CreateReportOfNext()
    {
        lock (_lock)
        {
            if (_own.UsedInNext == _window.SentOfNext)
            {
                return null;
            }

            return new LimitReport(_own.Number + 1, _own.UsedInNext, Leased: 0, Used: 0, Requested: 0, Minimum: 1, HasJoined: false);
        }
    }

    /// <summary>Returns true if Redis does not know the totals of a report yet, or if the report requests a lease.</summary>
    public bool IsNew(LimitReport report)
    {
        lock (_lock)
        {
            return _window.IsNew(report);
        }
    }

    public void Apply(LimitReport report, LimitLease lease)
    {
        lock (_lock)
        {
            if (report.Window == _number)
            {
                _window.Apply(report, lease, timeProvider.GetTimestamp());
            }
            else if (report.Window == _number + 1)
            {
                _window.SentOfNext = report.Consumed;
            }
        }
    }

    /// <summary>Applies what Redis returned without a report. If it does not know the totals of this process, they are reported again at once.</summary>
    public void ApplyReading(long window, LimitLease reading, bool isKnown)
    {
        lock (_lock)
        {
            if (window != _number)
            {
                return;
            }

            bool isLost = !isKnown && _own.Used > 0;
            _window.ApplyReading(reading, !isLost);
            if (isLost)
            {
                syncRequested.Set();
            }
        }
    }
}
