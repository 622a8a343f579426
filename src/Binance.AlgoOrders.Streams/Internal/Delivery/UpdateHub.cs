using Binance.AlgoOrders.Streams.Internal.Diagnostics;
using Binance.AlgoOrders.Streams.Internal.Events;
using Binance.AlgoOrders.Streams.Internal.Ordering;

namespace Binance.AlgoOrders.Streams.Internal.Delivery;

/// <summary>Applies events and queries to the orders and hands the updates to every receiver in the same order. Thread-safe.</summary>
internal sealed class UpdateHub(StreamTelemetry telemetry, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly OrderTracker _tracker = new();
    private readonly List<IUpdateReceiver> _receivers = [];
    private bool _isComplete;

    /// <summary>Gets the ids of the orders that have not ended, as far as is known.</summary>
    public IReadOnlySet<long> OpenIds
    {
        get
        {
            lock (_lock)
            {
                return _tracker.OpenIds;
            }
        }
    }

    /// <summary>Applies an event.</summary>
    public void Apply(StreamEvent received)
    {
        lock (_lock)
        {
            Publish(_tracker.Apply(received, timeProvider.GetUtcNow()));
        }
    }

    /// <summary>Applies an order that a query returned.</summary>
    /// <returns>True if it was a change.</returns>
    public bool Apply(AlgoOrder queried)
    {
        lock (_lock)
        {
            return Publish(_tracker.Apply(queried, timeProvider.GetUtcNow()));
        }
    }

    /// <summary>Applies that neither the open orders nor a query had an order.</summary>
    public void ApplyAbsence(long algoId)
    {
        lock (_lock)
        {
            Publish(_tracker.ApplyAbsence(algoId, timeProvider.GetUtcNow()));
        }
    }

    /// <summary>Adds a receiver, which first gets the open orders as a snapshot.</summary>
    public void Subscribe(IUpdateReceiver receiver)
    {
        lock (_lock)
        {
            foreach (AlgoOrderUpdate open in _tracker.Open)
            {
                receiver.Receive(AsSnapshot(open));
            }

            Add(receiver);
        }
    }

    /// <summary>Adds a receiver, which first gets the order with an id, ended or not, if it is known.</summary>
    /// <returns>True if the order is known.</returns>
    public bool Subscribe(IUpdateReceiver receiver, AlgoOrderId id)
    {
        lock (_lock)
        {
            AlgoOrderUpdate? known = _tracker.Find(id);
            if (known is not null)
            {
                receiver.Receive(AsSnapshot(known));
            }

            Add(receiver);
            return known is not null;
        }
    }

    public void Unsubscribe(IUpdateReceiver receiver)
    {
        lock (_lock)
        {
            _receivers.Remove(receiver);
        }
    }

    /// <summary>Ends the updates.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            _receivers.ForEach(static receiver => receiver.Complete());
            _receivers.Clear();
        }
    }

    private static AlgoOrderUpdate AsSnapshot(AlgoOrderUpdate update) => update with { Source = AlgoOrderUpdateSource.Snapshot, ChangesStatus = true };

    private void Add(IUpdateReceiver receiver)
    {
        if (_isComplete)
        {
            receiver.Complete();
        }
        else
        {
            _receivers.Add(receiver);
        }
    }

    private bool Publish(AlgoOrderUpdate? update)
    {
        if (update is null)
        {
            return false;
        }

        telemetry.RecordUpdate(update);
        _receivers.ForEach(receiver => receiver.Receive(update));
        return true;
    }
}
