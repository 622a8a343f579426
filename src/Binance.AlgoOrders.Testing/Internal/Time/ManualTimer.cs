namespace Binance.AlgoOrders.Testing.Internal.Time;

/// <summary>A timer of a <see cref="ManualTimerQueue"/>, whose lock guards everything here except the callback.</summary>
internal sealed class ManualTimer(ManualTimerQueue queue, TimerCallback callback, object? state) : ITimer
{
    private readonly Action _call = InCurrentContext(callback, state);

    public TimeSpan DueAt { get; set; }

    public TimeSpan? Period { get; set; }

    /// <summary>Gets the number of this arming, which increases with every arming of any timer.</summary>
    public long Arming { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfNotAllowed(dueTime, nameof(dueTime));
        ThrowIfNotAllowed(period, nameof(period));
        return queue.Arm(this, dueTime, period);
    }

    public void Dispose() => queue.Disarm(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the callback as a thread-pool timer does: in the context that armed it, without a synchronization context.</summary>
    public void Fire()
    {
        SynchronizationContext? advancing = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _call();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(advancing);
        }
    }

    private static Action InCurrentContext(TimerCallback callback, object? state)
    {
        if (ExecutionContext.Capture() is not { } context)
        {
            return () => callback(state);
        }

        return () => ExecutionContext.Run(context, armed => callback(armed), state);
    }

    private static void ThrowIfNotAllowed(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be zero, positive or infinite (-1 ms).");
        }
    }
}
