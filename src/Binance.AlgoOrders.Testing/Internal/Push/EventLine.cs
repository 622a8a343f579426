using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>
/// The events of one account on their way to its connections, delayed and reordered as faults demand. They belong to the account and not to a
/// connection, so a delayed event is delivered to the connections that are open then. The lock of <see cref="UserStreams"/> guards it.
/// </summary>
internal sealed class EventLine(Lock streamsLock, TimeProvider time, Action<PushEvent> deliver)
{
    private readonly Queue<QueuedEvent> _queue = new();
    private readonly List<PushEvent> _afterNext = [];

    /// <summary>Delivers an event, and after it those that were reordered behind it.</summary>
    public void Add(PushEvent pushed)
    {
        PushEvent[] behind = [.. _afterNext];
        _afterNext.Clear();
        foreach (PushEvent next in behind.Prepend(pushed))
        {
            _queue.Enqueue(new QueuedEvent(next) { IsDue = true });
        }

        DeliverDue();
    }

    public void AddAfterNext(PushEvent pushed) => _afterNext.Add(pushed);

    /// <summary>Delivers an event later. Those added behind it wait for it.</summary>
    public void AddLate(PushEvent pushed, TimeSpan delay)
    {
        var queued = new QueuedEvent(pushed);
        _queue.Enqueue(queued);
        OneShotTimer.Start(time, delay, () =>
        {
            lock (streamsLock)
            {
                queued.IsDue = true;
                DeliverDue();
            }
        });
    }

    /// <summary>Delivers a copy of an event, at once if there is no delay. No event waits for it.</summary>
    public void AddCopy(PushEvent pushed, TimeSpan delay)
    {
        if (delay == TimeSpan.Zero)
        {
            Add(pushed);
            return;
        }

        OneShotTimer.Start(time, delay, () =>
        {
            lock (streamsLock)
            {
                deliver(pushed);
            }
        });
    }

    private void DeliverDue()
    {
        while (_queue.TryPeek(out QueuedEvent? next) && next.IsDue)
        {
            _queue.Dequeue();
            deliver(next.Event);
        }
    }

    private sealed class QueuedEvent(PushEvent pushed)
    {
        public PushEvent Event => pushed;

        public bool IsDue { get; set; }
    }
}
