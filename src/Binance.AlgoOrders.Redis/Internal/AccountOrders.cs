namespace Binance.AlgoOrders.Internal;

/// <summary>The account's limits of orders. Asked of Redis only by processes that place orders.</summary>
internal sealed class AccountOrders
{
    // As documented: 300 in 10 seconds and 1,200 in a minute.
    private readonly OrderLedger[] _windows = [new(300, TimeSpan.FromSeconds(10)), new(1200, TimeSpan.FromMinutes(1))];
    private volatile bool _isInUse;

    public bool IsInUse => _isInUse;

    public IReadOnlyList<OrderLedger> Windows => _windows;

    public TimeSpan TimeUntilMayPlace(DateTimeOffset now)
    {
        _isInUse = true;
        TimeSpan first = _windows[0].TimeUntilMayPlace(now);
        TimeSpan second = _windows[1].TimeUntilMayPlace(now);
        return first > second ? first : second;
    }

    public void Count(DateTimeOffset now)
    {
        _windows[0].Count(now);
        _windows[1].Count(now);
    }

    public void Report(RequestUsage usage, DateTimeOffset sentAt)
    {
        _windows[0].Note(usage.OrderCount10Seconds ?? 0, _windows[0].NumberOf(sentAt));
        _windows[1].Note(usage.OrderCount1Minute ?? 0, _windows[1].NumberOf(sentAt));
    }
}
