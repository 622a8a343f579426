namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Ends a wait early. A signal without a waiter ends the next wait at once.</summary>
internal sealed class AsyncAutoResetEvent
{
    private TaskCompletionSource _isSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set() => Volatile.Read(ref _isSet).TrySetResult();

    public async Task WaitAsync(TimeSpan atMost, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_isSet.Task, Task.Delay(atMost, timeProvider, delay.Token)).ConfigureAwait(false);
        await delay.CancelAsync().ConfigureAwait(false);
        if (_isSet.Task.IsCompleted)
        {
            Volatile.Write(ref _isSet, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }
}
