namespace Binance.AlgoOrders.Testing.Internal.Limits;

/// <summary>The usage in the current window of the exchange's clock. Windows begin at whole multiples of their length and do not slide.</summary>
internal sealed class FixedWindow(int seconds)
{
    private long _window;
    private int _used;

    public void Count(int amount, DateTimeOffset now)
    {
        _used = UsedAt(now) + amount;
        _window = WindowOf(now);
    }

    public int UsedAt(DateTimeOffset now) => WindowOf(now) == _window ? _used : 0;

    public DateTimeOffset EndAt(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds((WindowOf(now) + 1) * seconds);

    private long WindowOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / seconds;
}
