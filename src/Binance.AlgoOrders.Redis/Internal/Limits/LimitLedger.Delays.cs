using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <content>The times for which requests wait.</content>
internal sealed partial class LimitLedger
{
    private static readonly TimeSpan LeaseDelay = TimeSpan.FromMilliseconds(2);

    // After Redis has granted nothing, the other processes need time to return what they do not consume.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(25);

    private TimeSpan GetNormalDelay(int amount, ServerTimeRange now)
    {
        int total = _window.GetUsed(_own.Used) + amount;
        if (amount == 0 || total + Math.Max(_window.LeasedByAll, _reserved) <= rules.NormalLimit)
        {
            return TimeSpan.Zero;
        }

        if (total <= rules.NormalLimit)
        {
            // What is only leased may come back.
            return TimeMath.Min(_own.UntilNext(now), RetryDelay);
        }

        return _own.UntilNext(now);
    }

    private TimeSpan GetLeaseDelay(int amount, ServerTimeRange now)
    {
        (_needed, _neededAt) = (amount, timeProvider.GetTimestamp());
        TimeSpan untilNext = _own.UntilNext(now);
        int used = _window.GetUsed(_own.Used);
        if (used + amount > rules.LeaseLimit)
        {
            return untilNext;
        }

        if (!IsEnough(Available - amount))
        {
            RequestLease();
        }

        if (Available >= amount)
        {
            return TimeSpan.Zero;
        }

        if (!health.IsLate)
        {
            return _window.DeniedAt is null ? LeaseDelay : RetryDelay;
        }

        if (Available + rules.LocalShare - _window.ConsumedLocally >= amount && used + _reserved + amount <= rules.LocalLimit)
        {
            return TimeSpan.Zero;
        }

        return TimeMath.Min(untilNext, BudgetRules.SyncInterval);
    }

    private bool IsEnough(int rest) => rest >= rules.ReadyLease / 2;

    private void RequestLease()
    {
        if (_window.DeniedAt is not { } at || timeProvider.GetElapsedTime(at) >= RetryDelay)
        {
            syncRequested.Set();
        }
    }
}
