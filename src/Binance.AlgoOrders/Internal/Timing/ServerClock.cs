namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>
/// Binance's clock as one client knows it: the system's until it has been set, from then on counted from that moment on the monotonic
/// clock, so that a step of the system clock cannot poison it.
/// </summary>
internal sealed class ServerClock(TimeProvider timeProvider) : IRequestTimingProvider
{
    private volatile ClockReading? _lastReading;

    /// <summary>Null: it has never been set.</summary>
    public ClockReading? LastReading => _lastReading;

    public DateTimeOffset UtcNow =>
        _lastReading is { } reading ? reading.ServerTime + timeProvider.GetElapsedTime(reading.TakenAt) : timeProvider.GetUtcNow();

    /// <summary>Binance's time at a moment that was read on both of this machine's clocks.</summary>
    public DateTimeOffset At(DateTimeOffset systemTime, long timestamp) =>
        _lastReading is { } reading ? reading.ServerTime + timeProvider.GetElapsedTime(reading.TakenAt, timestamp) : systemTime;

    public void Set(ClockReading reading) => _lastReading = reading;

    public RequestTiming Stamp(TimeSpan recvWindow) => new(UtcNow.ToUnixTimeMilliseconds(), (int)recvWindow.TotalMilliseconds);
}
