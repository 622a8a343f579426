namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Estimates the time of Binance's clock from the time of the last request. Thread-safe.</summary>
internal sealed class ServerTimeEstimate(TimeProvider timeProvider)
{
    // As the client assumes it until it has read Binance's clock.
    private static readonly TimeSpan FirstError = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private ServerTimeRange _range = new(timeProvider.GetUtcNow() - FirstError, timeProvider.GetUtcNow() + FirstError);
    private long _takenAt = timeProvider.GetTimestamp();

    public ServerTimeRange Now
    {
        get
        {
            lock (_lock)
            {
                TimeSpan elapsed = timeProvider.GetElapsedTime(_takenAt);
                return new ServerTimeRange(_range.Earliest + elapsed, _range.Latest + elapsed);
            }
        }
    }

    public void Update(ServerTimeRange now)
    {
        lock (_lock)
        {
            (_range, _takenAt) = (now, timeProvider.GetTimestamp());
        }
    }
}
