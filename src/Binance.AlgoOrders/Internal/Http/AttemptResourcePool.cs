using System.Collections.Concurrent;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Pools the timer and the buffer of attempts. Resources return to the pool only after a complete response, because the
/// framework may still write to the buffer of an attempt that was cut short.
/// </summary>
internal sealed class AttemptResourcePool(TimeProvider timeProvider)
{
    private const int MaxIdle = 64;

    private readonly ConcurrentQueue<AttemptResources> _idle = new();

    public AttemptResources Rent(TimeSpan timeout)
    {
        if (!_idle.TryDequeue(out AttemptResources? resources))
        {
            return new AttemptResources(timeout, timeProvider);
        }

        resources.Timer.CancelAfter(timeout);
        return resources;
    }

    public void Return(AttemptResources resources, bool isComplete)
    {
        if (isComplete && _idle.Count < MaxIdle && resources.Timer.TryReset())
        {
            resources.Body.Reset();
            _idle.Enqueue(resources);
        }
        else
        {
            resources.Dispose();
        }
    }
}

/// <summary>Holds the objects that an attempt needs besides its message.</summary>
internal sealed class AttemptResources(TimeSpan timeout, TimeProvider timeProvider) : IDisposable
{
    /// <summary>Gets the timer that cancels the attempt when its time is up.</summary>
    public CancellationTokenSource Timer { get; } = new(timeout, timeProvider);

    public ResponseBody Body { get; } = new();

    /// <summary>Cancels the attempt at once.</summary>
    public void Cancel() => Timer.Cancel();

    public void Dispose()
    {
        Timer.Dispose();
        Body.Dispose();
    }
}
