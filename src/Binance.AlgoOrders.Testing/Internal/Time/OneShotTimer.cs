namespace Binance.AlgoOrders.Testing.Internal.Time;

/// <summary>A timer that fires once and keeps itself alive until then.</summary>
internal sealed class OneShotTimer
{
    private readonly Action _action;
    private ITimer? _timer;

    private OneShotTimer(Action action) => _action = action;

    public static OneShotTimer Start(TimeProvider time, TimeSpan delay, Action action)
    {
        var timer = new OneShotTimer(action);
        timer._timer = time.CreateTimer(static state => ((OneShotTimer)state!).Fire(), timer, delay, Timeout.InfiniteTimeSpan);
        return timer;
    }

    /// <summary>Stops the timer, so that it keeps nothing alive. Does nothing if it has fired.</summary>
    public void Stop() => _timer?.Dispose();

    private void Fire()
    {
        _action();
        _timer?.Dispose();
    }
}
