using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels many orders, a few at a time and at the pace that the weight limit allows. Takes ids one by one and returns results as they come, so that
/// memory is used only for the orders in progress.
/// </summary>
internal sealed class CancelManyProcedure(CallRunner calls, CancelManyOptions options)
{
    // A cancel, and the requests that may follow it if the order is not found at once.
    private const int OrderWeight = 12;

    private readonly List<Task<CancelManyResult>> _inProgress = [];
    private int _completed;
    private int _inactive;

    public async IAsyncEnumerable<CancelManyResult> RunAsync(IEnumerable<CancelAlgoOrderRequest?> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using IEnumerator<CancelAlgoOrderRequest?> next = requests.GetEnumerator();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            bool hasNext = next.MoveNext();
            while (hasNext || _inProgress.Count > 0)
            {
                TimeSpan pause = TimeSpan.Zero;
                while (hasNext && _inProgress.Count < options.MaxConcurrency && (pause = calls.Pipeline.Limits.TryReserve(OrderWeight)) == TimeSpan.Zero)
                {
                    _inProgress.Add(CancelAsync(next.Current, stop.Token));
                    hasNext = next.MoveNext();
                }

                await WaitForOneAsync(pause, stop.Token).ConfigureAwait(false);
                if (cancellationToken.IsCancellationRequested)
                {
                    await WaitForAllAsync().ConfigureAwait(false);
                }

                foreach (CancelManyResult result in TakeCompleted())
                {
                    yield return result;
                }

                // All results that were known at the cancellation have been returned.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (_inProgress.Count > 0)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await WaitForAllAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<CancelManyResult> CancelAsync(CancelAlgoOrderRequest? request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            calls.Pipeline.Limits.Release(OrderWeight);
            var error = new AlgoOrderTransportException("An id must not be null, but was. Nothing was sent for it.", ExecutionStatus.NotExecuted, innerException: null);
            return new CancelManyResult(Id: null!, Outcome: null, error);
        }

        try
        {
            CancelAlgoOrderOutcome outcome = await calls
                .RunAsync("ensure_canceled", request, request.Timeout, RunReservedAsync, cancellationToken)
                .ConfigureAwait(false);
            return new CancelManyResult(request.Id, outcome, Error: null);
        }
        catch (AlgoOrderException error)
        {
            return new CancelManyResult(request.Id, Outcome: null, error);
        }
    }

    private static async Task<CancelAlgoOrderOutcome> RunReservedAsync(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request)
    {
        call.Reserve(OrderWeight);
        try
        {
            return await EnsureCanceledProcedure.RunAsync(pipeline, call, request).ConfigureAwait(false);
        }
        finally
        {
            pipeline.Limits.Release(call.ReservedWeight);
        }
    }

    private async Task WaitForOneAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        IEnumerable<Task> waits = _inProgress;
        if (pause > TimeSpan.Zero)
        {
            waits = waits.Append(calls.DelayAsync(pause, cancellationToken));
        }

        await Task.WhenAny(waits).ConfigureAwait(false);
    }

    // Each task holds its own result or exception.
    private async Task WaitForAllAsync() =>
        await ((Task)Task.WhenAll(_inProgress)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private List<CancelManyResult> TakeCompleted()
    {
        var results = new List<CancelManyResult>();

        // IsCompleted is read once, because a call that completes between two reads would be dropped.
        List<Task<CancelManyResult>> completed = _inProgress.FindAll(call => call.IsCompleted);
        foreach (Task<CancelManyResult> call in completed.Where(call => !call.IsCanceled))
        {
            // Rethrows all but an AlgoOrderException: an error in the program, which must not be lost.
            CancelManyResult result = call.GetAwaiter().GetResult();
            results.Add(result);
            _completed++;
            _inactive += Convert.ToInt32(result.IsInactive);
            options.Progress?.Report(new CancelManyProgress(_completed, _inactive, _inProgress.Count - results.Count));
        }

        _inProgress.RemoveAll(completed.Contains);
        return results;
    }
}
