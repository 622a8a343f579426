namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>
/// The exchange's own clock. It is another machine: it starts from the time provider's date and then runs on the monotonic clock, so that a step
/// of the client's wall clock does not step the exchange's.
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
