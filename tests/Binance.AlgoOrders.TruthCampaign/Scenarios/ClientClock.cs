using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The virtual clock that the client reads. It stands still while code runs, so a loop without a pause would never end. An exception stops
/// such a loop.
/// </summary>
internal sealed class ClientClock(ManualTimeProvider time) : TimeProvider
{
    private const int MaxReadingsPerInstant = 20_000;
    private long _instant;
    private int _readings;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    /// <summary>True if the client looped without a pause and was stopped.</summary>
    public bool WasStopped { get; private set; }

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp()
    {
        long now = time.GetTimestamp();
        (_instant, _readings) = (now, now == _instant ? _readings + 1 : 1);
        if (_readings <= MaxReadingsPerInstant)
        {
            return now;
        }

        WasStopped = true;
        throw new BusyLoopException();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
