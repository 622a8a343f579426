using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests;

/// <summary>Lets virtual time run until a call has ended: nothing sleeps, and what waits for nothing fails the test.</summary>
internal static class VirtualTime
{
    private const int MostTimers = 10_000;

    // Real time, for a call that would never end. A delay that is canceled goes on in the thread pool, so the end may be a moment away.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    public static Task<T> RunAsync<T>(this ManualTimeProvider time, Task<T> call) => time.RunUntilAsync(call, CancellationToken.None);

    /// <summary>Once <paramref name="end"/> is canceled, time stands still: the call has to end by that alone.</summary>
    public static async Task<T> RunUntilAsync<T>(this ManualTimeProvider time, Task<T> call, CancellationToken end)
    {
        for (int timer = 0; !call.IsCompleted && !end.IsCancellationRequested && timer < MostTimers && time.AdvanceToNextTimer(); timer++)
        {
            // Every timer that fires carries the call on, on this thread.
        }

        return await call.WaitAsync(Guard, CancellationToken.None);
    }
}
