using System.Globalization;
using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.Streams.Internal.Delivery;

/// <summary>
/// The updates that a reader has not read yet. While the buffer is full, updates of one order are merged into the latest one, so that no final status is
/// lost. Thread-safe. There is one reader.
/// </summary>
internal sealed class UpdateBuffer : IUpdateReceiver, IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<AlgoOrderUpdate> _pending = [];
    private readonly Dictionary<long, LinkedListNode<AlgoOrderUpdate>> _latest = [];
    private readonly int _capacity;
    private readonly Func<AlgoOrderUpdate, bool> _filter;
    private readonly Action _merged;
    private readonly ITimer _wake;
    private TaskCompletionSource? _waiting;
    private bool _isComplete;
    private bool _isOverrun;

    /// <param name="capacity">The number of updates that are held.</param>
    /// <param name="filter">Returns true for the updates to hold.</param>
    /// <param name="merged">Counts an update that was merged.</param>
    /// <param name="timeProvider">Its timer continues a reader that waits, so that the reader's code runs outside of all locks.</param>
    public UpdateBuffer(int capacity, Func<AlgoOrderUpdate, bool> filter, Action merged, TimeProvider timeProvider)
    {
        (_capacity, _filter, _merged) = (capacity, filter, merged);
        _wake = timeProvider.CreateTimer(static buffer => ((UpdateBuffer)buffer!).Release(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Receive(AlgoOrderUpdate update)
    {
        lock (_lock)
        {
            if (_isComplete || !_filter(update))
            {
                return;
            }

            if (_pending.Count >= _capacity)
            {
                MakeRoom(update.Order.AlgoId);
            }

            if (_pending.Count >= _capacity && !_latest.ContainsKey(update.Order.AlgoId))
            {
                (_isComplete, _isOverrun) = (true, true);
            }
            else
            {
                Add(update);
            }

            Wake();
        }
    }

    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            Wake();
        }
    }

    /// <summary>Returns the updates until the stream ends.</summary>
    /// <exception cref="InvalidOperationException">More orders had changed than the buffer holds. The updates that it held came first.</exception>
    public async IAsyncEnumerable<AlgoOrderUpdate> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryTake(out Task change) is { } update)
            {
                yield return update;
            }
            else if (change.IsCompleted)
            {
                ThrowIfOverrun();
                yield break;
            }
            else
            {
                await change.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _wake.Dispose();
        Complete();
    }

    private void Add(AlgoOrderUpdate update)
    {
        long algoId = update.Order.AlgoId;
        if (_pending.Count >= _capacity)
        {
            LinkedListNode<AlgoOrderUpdate> earlier = _latest[algoId];
            _pending.Remove(earlier);
            update = Merge(earlier.Value, update);
        }

        _latest[algoId] = _pending.AddLast(update);
    }

    // Merges the pending updates of each order, unless the next one can be merged itself.
    private void MakeRoom(long algoId)
    {
        if (_latest.ContainsKey(algoId))
        {
            return;
        }

        LinkedListNode<AlgoOrderUpdate>? next = _pending.First;
        while (next is { } node)
        {
            next = node.Next;
            LinkedListNode<AlgoOrderUpdate> latest = _latest[node.Value.Order.AlgoId];
            if (node != latest)
            {
                latest.Value = Merge(node.Value, latest.Value);
                _pending.Remove(node);
            }
        }
    }

    private AlgoOrderUpdate Merge(AlgoOrderUpdate earlier, AlgoOrderUpdate later)
    {
        _merged();
        return later with { IsMerged = true, ChangesStatus = earlier.ChangesStatus || later.ChangesStatus };
    }

    /// <summary>Returns the next update, or null and a task that ends when there may be one. The task has ended if there is none any more.</summary>
    private AlgoOrderUpdate? TryTake(out Task change)
    {
        lock (_lock)
        {
            change = Task.CompletedTask;
            if (_pending.First is { } first)
            {
                _pending.RemoveFirst();
                if (_latest.GetValueOrDefault(first.Value.Order.AlgoId) == first)
                {
                    _latest.Remove(first.Value.Order.AlgoId);
                }

                return first.Value;
            }

            if (!_isComplete)
            {
                _waiting ??= new TaskCompletionSource();
                change = _waiting.Task;
            }

            return null;
        }
    }

    private void ThrowIfOverrun()
    {
        if (_isOverrun)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"The reader must leave at most {_capacity} orders with changes unread, but left more. Read again to get the present state of the open orders."));
        }
    }

    private void Wake()
    {
        if (_waiting is not null)
        {
            _wake.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
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

        waiting?.TrySetResult();
    }
}
