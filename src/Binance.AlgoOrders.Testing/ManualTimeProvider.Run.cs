namespace Binance.AlgoOrders.Testing;

public sealed partial class ManualTimeProvider
{
    private const int MostTimers = 10_000;

    // Real time, for a call that would never end. A delay that is canceled goes on in the thread pool, so the end may be a moment away.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Lets time pass, from timer to timer, until a call has ended: a client that pauses, repeats and gives up does so at once. The call has to
    /// live on this clock and this thread: no real socket, no <c>Task.Run</c>, or time runs away from it.
    /// </summary>
    /// <typeparam name="T">What the call results in.</typeparam>
    /// <param name="call">The call, under way.</param>
    /// <returns>The call's own end: its result or its exception.</returns>
    /// <exception cref="TimeoutException">No timer is left, or 10,000 have fired, and after 30 real seconds the call has not ended.</exception>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await RunAsync((Task)call).ConfigureAwait(false);
        return await call.ConfigureAwait(false);
    }

    /// <summary>The same for a call without a result.</summary>
    /// <param name="call">The call, under way.</param>
    /// <returns>The call's own end.</returns>
    /// <exception cref="TimeoutException">No timer is left, or 10,000 have fired, and after 30 real seconds the call has not ended.</exception>
    public Task RunAsync(Task call) => RunUntilAsync(call, CancellationToken.None);

    /// <summary>Lets time pass until a call has ended or its token is canceled: then time stands still, and the call has to end by that alone.</summary>
    /// <param name="call">The call, under way.</param>
    /// <param name="end">The token that the call was given.</param>
    /// <returns>The call's own end.</returns>
    /// <exception cref="TimeoutException">Time has stopped, and after 30 real seconds the call has not ended.</exception>
    public async Task RunUntilAsync(Task call, CancellationToken end)
    {
        ArgumentNullException.ThrowIfNull(call);
        for (int timer = 0; !call.IsCompleted && !end.IsCancellationRequested && timer < MostTimers && AdvanceToNextTimer(); timer++)
        {
            // Every timer that fires carries the call on, on this thread.
        }

        await call.WaitAsync(Guard, System, CancellationToken.None).ConfigureAwait(false);
    }
}
