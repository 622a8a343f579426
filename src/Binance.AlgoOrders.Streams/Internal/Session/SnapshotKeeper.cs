using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>
/// Loads the first snapshot of a connection, and then compares the stream with later ones. A connection that carries no events, for whatever reason, is found
/// by the first change that only a snapshot has.
/// </summary>
internal sealed class SnapshotKeeper(SnapshotLoader loader, StreamConfidence confidence, TimeSpan interval, TimeProvider timeProvider)
{
    /// <summary>Runs until an event is missing.</summary>
    public async Task<StreamDeath> RunAsync(CancellationToken end)
    {
        // The changes of the first snapshot are those of the time without a connection.
        await LoadAsync(TimeSpan.Zero, end).ConfigureAwait(false);
        do
        {
            await Task.Delay(interval, timeProvider, end).ConfigureAwait(false);
        }
        while (!await LoadAsync(StreamTimes.PushDelay, end).ConfigureAwait(false));
        return new StreamDeath(AlgoOrderStreamReason.UpdateMissing);
    }

    private async Task<bool> LoadAsync(TimeSpan grace, CancellationToken end)
    {
        while (true)
        {
            TimeSpan pause;
            try
            {
                bool hasChanges = await loader.LoadAsync(grace, end).ConfigureAwait(false);
                confidence.ConfirmSnapshot();
                return hasChanges;
            }
            catch (AlgoOrderException failure)
            {
                confidence.DoubtSnapshot(failure);
                pause = TimeMath.Max((failure as BinanceRateLimitException)?.BlockedFor ?? TimeSpan.Zero, StreamTimes.SnapshotRetry);
            }

            await Task.Delay(pause, timeProvider, end).ConfigureAwait(false);
        }
    }
}
