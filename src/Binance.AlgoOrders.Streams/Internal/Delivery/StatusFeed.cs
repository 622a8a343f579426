using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Streams.Internal.Diagnostics;

namespace Binance.AlgoOrders.Streams.Internal.Delivery;

/// <summary>The status of a stream and its changes. Thread-safe.</summary>
internal sealed class StatusFeed
{
    private readonly Lock _lock = new();
    private readonly StreamTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;
    private Entry _entry;

    public StatusFeed(StreamTelemetry telemetry, TimeProvider timeProvider)
    {
        (_telemetry, _timeProvider) = (telemetry, timeProvider);
        _entry = new Entry(Create(AlgoOrderStreamState.Connecting, AlgoOrderStreamReason.None, failure: null));
    }

    public AlgoOrderStreamStatus Current
    {
        get
        {
            lock (_lock)
            {
                return _entry.Status;
            }
        }
    }

    /// <summary>Changes the status, unless it is the same already or the stream has been disposed.</summary>
    public void Set(AlgoOrderStreamState state, AlgoOrderStreamReason reason, Exception? failure = null)
    {
        Entry before;
        lock (_lock)
        {
            before = _entry;
            if (before.IsLast || (before.Status.State == state && before.Status.Reason == reason))
            {
                return;
            }

            _entry = new Entry(Create(state, reason, failure));
        }

        _telemetry.RecordStatus(before.Status, _entry.Status);
        before.Replace(_entry, _timeProvider);
    }

    /// <summary>Returns the status and then each change, until the stream has been disposed.</summary>
    public async IAsyncEnumerable<AlgoOrderStreamStatus> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Entry entry;
        lock (_lock)
        {
            entry = _entry;
        }

        yield return entry.Status;
        while (!entry.IsLast)
        {
            entry = await entry.Next.WaitAsync(cancellationToken).ConfigureAwait(false);
            yield return entry.Status;
        }
    }

    private AlgoOrderStreamStatus Create(AlgoOrderStreamState state, AlgoOrderStreamReason reason, Exception? failure) =>
        new() { State = state, Reason = reason, Since = _timeProvider.GetUtcNow(), Failure = failure };

    /// <summary>A status that knows the one after it, so that a reader holds exactly those that it has not read.</summary>
    private sealed class Entry(AlgoOrderStreamStatus status)
    {
        private readonly TaskCompletionSource<Entry> _next = new();

        public AlgoOrderStreamStatus Status => status;

        public Task<Entry> Next => _next.Task;

        public bool IsLast => status.Reason == AlgoOrderStreamReason.Disposed;

        // On a timer, so that a reader's code does not run within the code of the stream.
        public void Replace(Entry next, TimeProvider timeProvider)
        {
            ITimer? timer = null;
            timer = timeProvider.CreateTimer(
                _ =>
                {
                    _next.TrySetResult(next);
                    timer?.Dispose();
                },
                state: null,
                TimeSpan.Zero,
                Timeout.InfiniteTimeSpan);
        }
    }
}
