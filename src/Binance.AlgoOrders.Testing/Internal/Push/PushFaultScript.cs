namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The armed faults of events in the order of arming. Thread-safe.</summary>
internal sealed class PushFaultScript
{
    private readonly Lock _lock = new();
    private readonly List<PushFault> _armed = [];

    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _armed.Count;
            }
        }
    }

    public void Arm(PushFault fault)
    {
        lock (_lock)
        {
            _armed.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _armed.Clear();
        }
    }

    /// <summary>Returns the fault of an event and disarms it, or returns null.</summary>
    public PushFault? Take(PushEvent pushed)
    {
        lock (_lock)
        {
            PushFault? fault = _armed.Find(armed => armed.AppliesTo(pushed));
            if (fault is not null)
            {
                _armed.Remove(fault);
            }

            return fault;
        }
    }
}
