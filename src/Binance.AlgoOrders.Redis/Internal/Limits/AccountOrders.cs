using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Applies the account's order limits. They are synchronized with Redis only in processes that place orders.</summary>
internal sealed class AccountOrders
{
    // As documented by Binance: 300 orders in 10 seconds and 1,200 in a minute.
    private readonly OrderLedger _tenSeconds = new(300, TimeSpan.FromSeconds(10));
    private readonly OrderLedger _minute = new(1200, TimeSpan.FromMinutes(1));
    private volatile bool _isInUse;

    public bool IsInUse => _isInUse;

    public IReadOnlyList<OrderLedger> Windows => [_tenSeconds, _minute];

    public TimeSpan GetDelay(DateTimeOffset now)
    {
        _isInUse = true;
        return TimeMath.Max(_tenSeconds.GetDelay(now), _minute.GetDelay(now));
    }

    public void Count(DateTimeOffset now)
    {
        _tenSeconds.Count(now);
        _minute.Count(now);
    }

    public void Report(RequestUsage usage, DateTimeOffset sentAt)
    {
        _tenSeconds.Update(usage.OrderCount10Seconds ?? 0, _tenSeconds.WindowOf(sentAt));
        _minute.Update(usage.OrderCount1Minute ?? 0, _minute.WindowOf(sentAt));
    }
}
