using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The messages that a connection has delivered and its client has not read. Thread-safe.</summary>
/// <param name="time">The time provider on which a reader that waits continues.</param>
/// <param name="max">The number of messages that the queue can hold, or null for any number.</param>
internal sealed class MessageQueue(TimeProvider time, int? max)
{
    private readonly Lock _lock = new();
    private readonly Queue<SimulatedWebSocketMessage> _messages = new();
    private TaskCompletionSource? _waiting;
    private bool _isCompleted;

    /// <summary>Adds a message. Returns false, and adds nothing, if the queue is full.</summary>
    public bool TryAdd(SimulatedWebSocketMessage message)
    {
        lock (_lock)
        {
            if (_messages.Count >= max)
            {
                return false;
            }

            _messages.Enqueue(message);
            Wake();
            return true;
        }
    }

    /// <summary>Ends the sequence after the messages that it contains.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isCompleted = true;
            Wake();
        }
    }

    public SimulatedWebSocketMessage? TryTake()
    {
        lock (_lock)
        {
            _messages.TryDequeue(out SimulatedWebSocketMessage? message);
            return message;
        }
    }

    public async IAsyncEnumerable<SimulatedWebSocketMessage> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryTake() is { } message)
            {
                yield return message;
            }
            else if (TryGetChange(out Task change))
            {
                await change.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>Returns a task that ends when the queue may have changed. Returns false if the sequence has ended.</summary>
    private bool TryGetChange(out Task change)
    {
        lock (_lock)
        {
            change = Task.CompletedTask;
            if (_messages.Count > 0)
            {
                return true;
            }

            if (!_isCompleted)
            {
                _waiting ??= new TaskCompletionSource();
                change = _waiting.Task;
            }

            return !_isCompleted;
        }
    }

    // On the time provider, because the caller may hold the lock of the exchange, and because a reader on a manual clock must not race with its timers.
    private void Wake()
    {
        if (_waiting is not null)
        {
            OneShotTimer.Start(time, TimeSpan.Zero, Release);
        }
    }

    private void Release()
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.SetResult();
    }
}
