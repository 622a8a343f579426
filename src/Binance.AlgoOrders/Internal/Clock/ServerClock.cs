using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Clock;

/// <summary>
/// Estimates Binance's clock for one client. The system clock is used until the first synchronization. From then on the monotonic clock counts
/// from that moment, so that a step of the system clock has no effect.
/// </summary>
internal sealed class ServerClock(TimeProvider timeProvider) : IRequestTimingProvider
{
    // A machine whose clock is further off gets its timestamps rejected, and then reads Binance's clock.
    private static readonly TimeSpan ErrorWithoutReading = TimeSpan.FromMinutes(1);

    // Binance rejects timestamps that are further ahead. A clock that is further behind does no harm to the limits.
    private static readonly TimeSpan AssumedError = TimeSpan.FromSeconds(1);

    // Far more than any clock drifts.
    private const int MonotonicTicksPerTickOfDrift = 200;

    private volatile ClockReading? _lastReading;

    /// <summary>Gets the reading that the clock follows, or null before the first synchronization.</summary>
    public ClockReading? LastReading => _lastReading;

    public DateTimeOffset UtcNow =>
        _lastReading is { } reading ? reading.ServerTime + timeProvider.GetElapsedTime(reading.TakenAt) : timeProvider.GetUtcNow();

    /// <summary>Returns Binance's time at a moment that was read on the system clock and on the monotonic clock.</summary>
    public DateTimeOffset At(DateTimeOffset systemTime, long timestamp) =>
        _lastReading is { } reading ? reading.ServerTime + timeProvider.GetElapsedTime(reading.TakenAt, timestamp) : systemTime;

    /// <summary>Returns Binance's time at a monotonic timestamp, with an error that grows with the distance from the last reading.</summary>
    public ClockMoment GetMoment(long timestamp)
    {
        if (_lastReading is not { } reading)
        {
            return new ClockMoment(timeProvider.GetUtcNow() - timeProvider.GetElapsedTime(timestamp), ErrorWithoutReading);
        }

        TimeSpan distance = timeProvider.GetElapsedTime(reading.TakenAt, timestamp);
        TimeSpan drift = distance.Duration() / MonotonicTicksPerTickOfDrift;
        return new ClockMoment(reading.ServerTime + distance, TimeMath.Min(reading.Error + drift, ErrorWithoutReading));
    }

    /// <summary>Returns the period on Binance's clock between two monotonic timestamps. Before the first synchronization an error of one second is assumed.</summary>
    public ServerTimeRange GetRange(long start, long end)
    {
        ClockMoment first = GetMoment(start);
        if (_lastReading is null)
        {
            first = first with { Error = AssumedError };
        }

        return new ServerTimeRange(first.Time - first.Error, first.Time + timeProvider.GetElapsedTime(start, end) + first.Error);
    }

    public void Set(ClockReading reading) => _lastReading = reading;

    public RequestTiming Stamp(TimeSpan recvWindow) => new(UtcNow.ToUnixTimeMilliseconds(), (int)recvWindow.TotalMilliseconds);
}

/// <summary>A sample of Binance's clock.</summary>
/// <param name="ServerTime">Binance's time.</param>
/// <param name="TakenAt">The monotonic timestamp of the sample.</param>
/// <param name="RoundTrip">The round trip of the request.</param>
internal sealed record ClockReading(DateTimeOffset ServerTime, long TakenAt, TimeSpan RoundTrip)
{
    /// <summary>Gets the largest possible error: half the round trip, plus the millisecond in which Binance counts.</summary>
    public TimeSpan Error => (RoundTrip / 2) + TimeSpan.FromMilliseconds(1);
}

/// <summary>A moment on Binance's clock.</summary>
/// <param name="Time">The estimate.</param>
/// <param name="Error">The largest possible error.</param>
internal readonly record struct ClockMoment(DateTimeOffset Time, TimeSpan Error)
{
    // A reading that took longer says too little about times that are close to each other.
    private static readonly TimeSpan MaxPreciseError = TimeSpan.FromMilliseconds(250);

    /// <summary>True if the estimate decides within its error.</summary>
    public bool IsPrecise => Error <= MaxPreciseError;

    /// <summary>True if another time of Binance is certainly later.</summary>
    public bool IsBefore(DateTimeOffset time) => time > Time + Error;

    /// <summary>True if another time of Binance is certainly earlier.</summary>
    public bool IsAfter(DateTimeOffset time) => time < Time - Error;

    /// <summary>True if another time of Binance is certainly later or, by a precise estimate, not earlier.</summary>
    public bool IsNotAfter(DateTimeOffset time) => IsBefore(time) || (IsPrecise && time >= Time);
}

/// <summary>The result of a synchronization.</summary>
/// <param name="Best">The sample with the shortest round trip, or null if no request succeeded.</param>
/// <param name="Offset">The time by which Binance's clock is ahead of the time provider's. Negative if it is behind.</param>
/// <param name="Samples">The number of requests.</param>
/// <param name="Last">The last attempt, which explains a failure.</param>
internal sealed record ClockSyncResult(ClockReading? Best, TimeSpan Offset, int Samples, Attempt Last);
