using Binance.AlgoOrders.Streams.Internal.Delivery;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>Derives the status of an open connection from its snapshot and its key. Thread-safe.</summary>
internal sealed class StreamConfidence
{
    private readonly Lock _lock = new();
    private readonly StatusFeed _status;
    private Doubt? _snapshot = new(AlgoOrderStreamReason.SnapshotPending);
    private Doubt? _key;
    private bool _hasEnded;

    public StreamConfidence(StatusFeed status)
    {
        _status = status;
        Publish();
    }

    public void ConfirmSnapshot() => Change(() => _snapshot = null);

    public void DoubtSnapshot(Exception failure) => Change(() => _snapshot = new Doubt(AlgoOrderStreamReason.SnapshotFailed, failure));

    public void ConfirmKey() => Change(() => _key = null);

    public void DoubtKey(Exception failure) => Change(() => _key = new Doubt(AlgoOrderStreamReason.KeyNotConfirmed, failure));

    /// <summary>Ends the connection. Nothing changes the status any more.</summary>
    public void End() => Change(() => _hasEnded = true);

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            if (!_hasEnded)
            {
                Publish();
            }
        }
    }

    private void Publish()
    {
        if ((_snapshot ?? _key) is { } doubt)
        {
            _status.Set(AlgoOrderStreamState.Behind, doubt.Reason, doubt.Failure);
        }
        else
        {
            _status.Set(AlgoOrderStreamState.Live, AlgoOrderStreamReason.None);
        }
    }

    private sealed record Doubt(AlgoOrderStreamReason Reason, Exception? Failure = null);
}
