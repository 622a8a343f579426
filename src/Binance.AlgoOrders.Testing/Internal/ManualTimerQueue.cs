namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The timers that wait; guarded by the lock of <see cref="ManualTimeProvider"/>.</summary>
internal sealed class ManualTimerQueue
{
    private readonly List<ManualTimer> _armed = [];
    private long _arming;

    public int Count => _armed.Count;

    /// <summary>The timer that fires next; of two that are due at the same instant, the one armed first.</summary>
    public ManualTimer? First => _armed.MinBy(static timer => (timer.DueAt, timer.Arming));

    public void Add(ManualTimer timer, TimeSpan dueAt)
    {
        timer.DueAt = dueAt;
        timer.Arming = ++_arming;
        _armed.Add(timer);
    }

    public void Remove(ManualTimer timer) => _armed.Remove(timer);
}
