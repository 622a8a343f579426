namespace Binance.AlgoOrders.Internal;

/// <summary>Binance's time between the requests that bring it.</summary>
internal sealed class BinanceTime(TimeProvider timeProvider)
{
    private readonly long _start = timeProvider.GetTimestamp();
    private long _ticksAtStart = timeProvider.GetUtcNow().UtcTicks;

    public DateTimeOffset Now => new(Volatile.Read(ref _ticksAtStart) + timeProvider.GetElapsedTime(_start).Ticks, TimeSpan.Zero);

    public void Note(DateTimeOffset now) => Volatile.Write(ref _ticksAtStart, now.UtcTicks - timeProvider.GetElapsedTime(_start).Ticks);
}
