namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>A timer of <see cref="ManualTimeProvider"/>, whose lock guards everything here but the callback.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Action _call = InCurrentContext(callback, state);

    public TimeSpan DueAt { get; set; }

    public TimeSpan? Period { get; set; }

    /// <summary>Counts up with every arming of any timer.</summary>
    public long Arming { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfNotAllowed(dueTime, nameof(dueTime));
        ThrowIfNotAllowed(period, nameof(period));
        return clock.Arm(this, dueTime, period);
    }

    public void Dispose() => clock.Disarm(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Calls back as a thread-pool timer does: in the context that armed it, and without the advancing thread's synchronisation context.</summary>
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
        ExecutionContext? context = ExecutionContext.Capture();
        return context is null ? () => callback(state) : () => ExecutionContext.Run(context, armed => callback(armed), state);
    }

    private static void ThrowIfNotAllowed(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, "A timer's time is zero, positive, or infinite (-1 ms).");
        }
    }
}
