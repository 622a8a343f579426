namespace Binance.AlgoOrders.Testing;

public sealed partial class ManualTimeProvider
{
    private const int MaxTimers = 10_000;

    // Real time, for a call that would never end. A canceled delay continues in the thread pool, so the end of the call may come a moment later.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Lets time pass, from timer to timer, until a call has ended. Pauses, retries and timeouts of a client then take no real time. The call must
    /// run on this clock and this thread. With a real socket or <c>Task.Run</c>, time would pass before the call needs it.
    /// </summary>
    /// <typeparam name="T">The type of the call's result.</typeparam>
    /// <param name="call">The running call.</param>
    /// <returns>The call's result or exception.</returns>
    /// <exception cref="TimeoutException">No timer is left, or 10,000 have fired, and after 30 real seconds the call has not ended.</exception>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await RunAsync((Task)call).ConfigureAwait(false);
        return await call.ConfigureAwait(false);
    }

    /// <summary>Lets time pass, from timer to timer, until a call without a result has ended.</summary>
    /// <param name="call">The running call.</param>
    /// <returns>A task that ends as the call does.</returns>
    /// <exception cref="TimeoutException">No timer is left, or 10,000 have fired, and after 30 real seconds the call has not ended.</exception>
    public Task RunAsync(Task call) => RunUntilAsync(call, CancellationToken.None);

    /// <summary>Lets time pass until a call has ended or its token is canceled. Then time stands still, and the call must end by the cancellation.</summary>
    /// <param name="call">The running call.</param>
    /// <param name="end">The token that was passed to the call.</param>
    /// <returns>A task that ends as the call does.</returns>
    /// <exception cref="TimeoutException">Time has stopped, and after 30 real seconds the call has not ended.</exception>
    public async Task RunUntilAsync(Task call, CancellationToken end)
    {
        ArgumentNullException.ThrowIfNull(call);
        for (int timer = 0; !call.IsCompleted && !end.IsCancellationRequested && timer < MaxTimers && AdvanceToNextTimer(); timer++)
        {
            // Every timer that fires continues the call on this thread.
        }

        await call.WaitAsync(Guard, System, CancellationToken.None).ConfigureAwait(false);
    }
}
