namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>
/// Binance's clock as one client knows it: the system's until it has been set, from then on counted from that moment on the monotonic
/// clock, so that a step of the system clock cannot poison it.
/// </summary>
internal sealed class ServerClock(TimeProvider timeProvider) : IRequestTimingProvider
{
    private volatile Reading? _lastReading;

    public DateTimeOffset UtcNow =>
        _lastReading is { } reading ? reading.ServerTime + timeProvider.GetElapsedTime(reading.TakenAt) : timeProvider.GetUtcNow();

    /// <summary>Sets the clock: it showed <paramref name="serverTime"/> at the monotonic timestamp <paramref name="takenAt"/>.</summary>
    public void Set(DateTimeOffset serverTime, long takenAt) => _lastReading = new Reading(serverTime, takenAt);

    public RequestTiming Stamp(TimeSpan recvWindow) => new(UtcNow.ToUnixTimeMilliseconds(), (int)recvWindow.TotalMilliseconds);

    private sealed record Reading(DateTimeOffset ServerTime, long TakenAt);
}
