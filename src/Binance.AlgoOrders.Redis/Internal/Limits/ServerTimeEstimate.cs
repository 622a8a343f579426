namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Estimates the time of Binance's clock from the time of the last request.</summary>
internal sealed class ServerTimeEstimate(TimeProvider timeProvider)
{
    private readonly long _start = timeProvider.GetTimestamp();
    private long _ticksAtStart = timeProvider.GetUtcNow().UtcTicks;

    public DateTimeOffset Now => new(Volatile.Read(ref _ticksAtStart) + timeProvider.GetElapsedTime(_start).Ticks, TimeSpan.Zero);

    public void Update(DateTimeOffset now) => Volatile.Write(ref _ticksAtStart, now.UtcTicks - timeProvider.GetElapsedTime(_start).Ticks);
}
