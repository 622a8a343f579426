using System.Runtime.ExceptionServices;

namespace Binance.AlgoOrders;

/// <summary>Holds the orders of a bulk operation that have been started, and reports the progress. Not thread-safe.</summary>
internal sealed class OrdersInProgress(IProgress<CancelManyProgress>? progress)
{
    private readonly List<Task<CancelManyResult>> _tasks = [];
    private ExceptionDispatchInfo? _failure;
    private int _completed;
    private int _inactive;

    public int Count => _tasks.Count;

    /// <summary>True if the user's source or progress threw, or if there was an error in the program. The orders in progress are finished first.</summary>
    public bool HasFailed => _failure is not null;

    public void Add(Task<CancelManyResult> order) => _tasks.Add(order);

    /// <summary>Removes the completed orders and returns their results.</summary>
    public List<CancelManyResult> TakeCompleted()
    {
        var results = new List<CancelManyResult>();

        // IsCompleted is read once, because an order that completes between two reads would be dropped.
        foreach (Task<CancelManyResult> order in _tasks.FindAll(order => order.IsCompleted))
        {
            _tasks.Remove(order);
            if (order.IsCompletedSuccessfully)
            {
                results.Add(order.Result);
                Report(order.Result);
            }
            else if (order.Exception?.InnerException is { } error)
            {
                Fail(error);
            }
        }

        return results;
    }

    /// <summary>Waits until an order has completed, or something else has.</summary>
    public async Task WaitForOneAsync(Task? other, CancellationToken cancellationToken)
    {
        List<Task> waits = [.. _tasks];
        if (other is not null)
        {
            waits.Add(other);
        }

        if (waits.Count > 0)
        {
            Task one = Task.WhenAny(waits).WaitAsync(cancellationToken);
            await one.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Each task holds its own result or exception.
    public async Task WaitForAllAsync() =>
        await ((Task)Task.WhenAll(_tasks)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Keeps the first exception.</summary>
    /// <returns>Always true.</returns>
    public bool Fail(Exception error)
    {
        _failure ??= ExceptionDispatchInfo.Capture(error);
        return true;
    }

    /// <summary>Throws the first exception, if there was one.</summary>
    public void ThrowIfFailed() => _failure?.Throw();

    private void Report(CancelManyResult result)
    {
        _completed++;
        _inactive += Convert.ToInt32(result.IsInactive);
        try
        {
            progress?.Report(new CancelManyProgress(_completed, _inactive, _tasks.Count));
        }
        catch (Exception error) when (Fail(error))
        {
            // It is thrown after the results.
        }
    }
}
