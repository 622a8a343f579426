namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The newest events of all accounts, the oldest first. Thread-safe.</summary>
internal sealed class EventLog
{
    /// <summary>The number of events that the log holds. It does not grow with the number of accounts.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<(SimulatedAccount Account, RecordedEvent Event)> _newest = new();
    private readonly Dictionary<SimulatedAccount, int> _counts = [];

    /// <summary>Returns a copy of the events of an account.</summary>
    public IReadOnlyList<RecordedEvent> CopyOf(SimulatedAccount account)
    {
        lock (_lock)
        {
            return [.. _newest.Where(pushed => pushed.Account == account).Select(static pushed => pushed.Event)];
        }
    }

    /// <summary>Adds an event, and removes the oldest one if there are too many.</summary>
    public void Add(PushEvent pushed)
    {
        lock (_lock)
        {
            int number = _counts.GetValueOrDefault(pushed.Account) + 1;
            _counts[pushed.Account] = number;
            _newest.Enqueue((pushed.Account, new RecordedEvent(number, pushed.At, pushed.Name, pushed.Text)));
            if (_newest.Count > Capacity)
            {
                _newest.Dequeue();
            }
        }
    }
}
