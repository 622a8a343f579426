using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// The virtual clock as the client reads it. It stands still while code runs, so that a loop without a pause, which a real clock would end,
/// would never end: such a loop is stopped by an exception.
/// </summary>
internal sealed class ClientClock(ManualTimeProvider time) : TimeProvider
{
    private const int MostReadingsAtOnce = 20_000;
    private long _instant;
    private int _readings;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override long TimestampFrequency => time.TimestampFrequency;

    /// <summary>Whether the client ran in circles.</summary>
    public bool WasStopped { get; private set; }

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp()
    {
        long now = time.GetTimestamp();
        (_instant, _readings) = (now, now == _instant ? _readings + 1 : 1);
        if (_readings <= MostReadingsAtOnce)
        {
            return now;
        }

        WasStopped = true;
        throw new RunsInCirclesException();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
