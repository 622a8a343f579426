namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The request weight used in the current minute of the exchange's clock.</summary>
internal sealed class WeightMeter
{
    private long _minute;
    private int _used;

    public void Count(int weight, DateTimeOffset now)
    {
        _used = UsedAt(now) + weight;
        _minute = MinuteOf(now);
    }

    public int UsedAt(DateTimeOffset now) => MinuteOf(now) == _minute ? _used : 0;

    private static long MinuteOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;
}
