namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The newest events of one account, the oldest first. Thread-safe.</summary>
internal sealed class EventLog
{
    /// <summary>The number of events that the log holds.</summary>
    public const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<RecordedEvent> _newest = new();
    private int _count;

    public IReadOnlyList<RecordedEvent> Copy()
    {
        lock (_lock)
        {
            return [.. _newest];
        }
    }

    /// <summary>Adds an event, and removes the oldest one if there are too many.</summary>
    public void Add(PushEvent pushed)
    {
        lock (_lock)
        {
            _newest.Enqueue(new RecordedEvent(++_count, pushed.At, pushed.Name, pushed.Text));
            if (_newest.Count > Capacity)
            {
                _newest.Dequeue();
            }
        }
    }
}
