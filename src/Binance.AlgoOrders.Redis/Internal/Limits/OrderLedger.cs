namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Counts the orders that the account has placed in the current window, in all processes. Windows begin at whole multiples of their length.</summary>
internal sealed class OrderLedger(int limit, TimeSpan length)
{
    private readonly Lock _lock = new();
    private long _window;
    private int _count;

    public TimeSpan Length => length;

    public TimeSpan GetDelay(DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            if (_count < limit)
            {
                return TimeSpan.Zero;
            }

            return TimeSpan.FromTicks(length.Ticks - (now.UtcTicks % length.Ticks));
        }
    }

    public void Count(DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            _count++;
        }
    }

    public void Update(int count, long window)
    {
        lock (_lock)
        {
            if (window == _window && count > _count)
            {
                _count = count;
            }
        }
    }

    public long WindowOf(DateTimeOffset time) => time.UtcTicks / length.Ticks;

    public (long Window, int Count) Read(DateTimeOffset now)
    {
        lock (_lock)
        {
            RollOver(now);
            return (_window, _count);
        }
    }

    private void RollOver(DateTimeOffset now)
    {
        if (WindowOf(now) is var window && window != _window)
        {
            (_window, _count) = (window, 0);
        }
    }
}
