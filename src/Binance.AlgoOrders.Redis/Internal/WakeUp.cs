namespace Binance.AlgoOrders.Internal;

/// <summary>Ends a pause early. A ring while nobody waits ends the next pause at once.</summary>
internal sealed class WakeUp
{
    private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Volatile.Read(ref _rung).TrySetResult();

    public async Task WaitAsync(TimeSpan atMost, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_rung.Task, Task.Delay(atMost, timeProvider, pause.Token)).ConfigureAwait(false);
        await pause.CancelAsync().ConfigureAwait(false);
        if (_rung.Task.IsCompleted)
        {
            Volatile.Write(ref _rung, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }
}
