namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>A one-shot timer that keeps itself alive until it has fired.</summary>
internal sealed class LateExecution
{
    private readonly Action _execute;
    private ITimer? _timer;

    private LateExecution(Action execute) => _execute = execute;

    public static void Begin(TimeProvider time, TimeSpan delay, Action execute)
    {
        var late = new LateExecution(execute);
        late._timer = time.CreateTimer(static state => ((LateExecution)state!).Fire(), late, delay, Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        _execute();
        _timer?.Dispose();
    }
}
