namespace Binance.AlgoOrders.Testing.Internal.Time;

/// <summary>
/// The exchange's clock. It starts from the time provider's date and then follows the monotonic clock, because the exchange is another machine
/// and a step of the client's wall clock must not step it.
/// </summary>
internal sealed class ExchangeClock(TimeProvider time)
{
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();
    private long _skewTicks;

    public TimeProvider Time => time;

    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _skewTicks));
        set => Volatile.Write(ref _skewTicks, value.Ticks);
    }

    public DateTimeOffset Now => _start + time.GetElapsedTime(_started) + Skew;
}
