using System.Diagnostics;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// Completes waits at their due times. The framework's timers may be several milliseconds late, which is much beside a round trip, so one thread checks
/// the due times every millisecond.
/// </summary>
internal sealed class WaitQueue : IDisposable
{
    private const int Tick = 1;

    // A wait may end half a tick early, so that it ends at its due time on average.
    private static readonly long Tolerance = Stopwatch.Frequency * Tick / 2000;

    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waits = new();
    private readonly Thread _thread;
    private volatile bool _isDisposed;

    public WaitQueue()
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits until a timestamp of <see cref="Stopwatch"/>.</summary>
    public Task WaitUntilAsync(long timestamp)
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waits.Enqueue(wait, timestamp);
        }

        return wait.Task;
    }

    public void Dispose()
    {
        _isDisposed = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_isDisposed)
        {
            Thread.Sleep(Tick);
            while (TakeDue() is { } wait)
            {
                wait.SetResult();
            }
        }
    }

    private TaskCompletionSource? TakeDue()
    {
        lock (_lock)
        {
            if (_waits.TryPeek(out _, out long due) && due <= Stopwatch.GetTimestamp() + Tolerance)
            {
                return _waits.Dequeue();
            }

            return null;
        }
    }
}
