namespace Binance.AlgoOrders.Internal;

/// <summary>How many orders the account has placed in one of its windows, as far as any process has heard.</summary>
internal sealed class OrderLedger(int limit, TimeSpan window)
{
    private readonly Gate _turn = new();
    private long _number;
    private int _count;

    public TimeSpan Window => window;

    public TimeSpan TimeUntilMayPlace(DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            return _count < limit ? TimeSpan.Zero : TimeSpan.FromTicks(window.Ticks - (now.UtcTicks % window.Ticks));
        }
    }

    public void Count(DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            _count++;
        }
    }

    public void Note(int count, long number)
    {
        lock (_turn)
        {
            if (number == _number && count > _count)
            {
                _count = count;
            }
        }
    }

    public long NumberOf(DateTimeOffset time) => time.UtcTicks / window.Ticks;

    public (long Number, int Count) At(DateTimeOffset now)
    {
        lock (_turn)
        {
            Turn(now);
            return (_number, _count);
        }
    }

    private void Turn(DateTimeOffset now)
    {
        if (NumberOf(now) is var number && number != _number)
        {
            (_number, _count) = (number, 0);
        }
    }
}
