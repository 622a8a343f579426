using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels many orders, a few at a time and at the pace that the weight limit allows. Takes orders one by one and returns results as they come, so that
/// memory is used only for the orders in progress. Not reusable.
/// </summary>
internal sealed class CancelManyProcedure(CallRunner calls, CancelManyOptions options)
{
    // A cancel, and the requests that may follow it if the order is not found at once.
    private const int OrderWeight = 12;

    private readonly OrdersInProgress _inProgress = new(options.Progress);
    private bool _isSourceAtEnd;

    // The error that every other order would get too.
    private volatile AlgoOrderException? _permanentError;

    private bool IsStarting => !_isSourceAtEnd && !_inProgress.HasFailed;

    public async IAsyncEnumerable<CancelManyResult> RunAsync(
        IAsyncEnumerable<CancelAlgoOrderRequest?> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = new RequestSource(requests.GetAsyncEnumerator(stop.Token));
        try
        {
            while (IsStarting || _inProgress.Count > 0)
            {
                // All results that are known at the cancellation are returned.
                bool isCanceled = cancellationToken.IsCancellationRequested;
                if (isCanceled)
                {
                    await _inProgress.WaitForAllAsync().ConfigureAwait(false);
                }

                // The source may block, so that the results that are there come first.
                foreach (CancelManyResult result in _inProgress.TakeCompleted())
                {
                    yield return result;
                }

                if (isCanceled)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                await StartOrWaitAsync(source, stop.Token).ConfigureAwait(false);
            }

            _inProgress.ThrowIfFailed();
        }
        finally
        {
            if (_inProgress.Count > 0 || source.IsReading)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await _inProgress.WaitForAllAsync().ConfigureAwait(false);
            }

            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task StartOrWaitAsync(RequestSource source, CancellationToken cancellationToken)
    {
        if (!IsStarting || _inProgress.Count == options.MaxConcurrency || cancellationToken.IsCancellationRequested)
        {
            await _inProgress.WaitForOneAsync(other: null, cancellationToken).ConfigureAwait(false);
            return;
        }

        Task<NextRequest> next = source.Next;
        if (!next.IsCompleted)
        {
            await _inProgress.WaitForOneAsync(next, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!next.IsCompletedSuccessfully)
        {
            _inProgress.Fail(next.Exception?.InnerException ?? new TaskCanceledException(next));
            return;
        }

        (_isSourceAtEnd, CancelAlgoOrderRequest? request) = await next.ConfigureAwait(false);
        if (_isSourceAtEnd)
        {
            return;
        }

        TimeSpan pause = TryStart(request, cancellationToken);
        if (pause > TimeSpan.Zero)
        {
            await _inProgress.WaitForOneAsync(calls.DelayAsync(pause, cancellationToken), cancellationToken).ConfigureAwait(false);
            return;
        }

        source.Take();
    }

    /// <summary>Starts an order and returns zero, or returns the time after which to try again.</summary>
    private TimeSpan TryStart(CancelAlgoOrderRequest? request, CancellationToken cancellationToken)
    {
        if (request is null || _permanentError is not null)
        {
            _inProgress.Add(Task.FromResult(CreateNotSent(request)));
            return TimeSpan.Zero;
        }

        if (IsBlockedTooLong(request))
        {
            // Nothing is sent for it, and its error says why.
            _inProgress.Add(CancelAsync(request, reserved: 0, cancellationToken));
            return TimeSpan.Zero;
        }

        TimeSpan pause = calls.Pipeline.Limits.TryReserve(OrderWeight);
        if (pause == TimeSpan.Zero)
        {
            _inProgress.Add(CancelAsync(request, OrderWeight, cancellationToken));
        }

        return pause;
    }

    // The weight limit is one of a minute, so that a bulk operation waits for a minute in any case.
    private bool IsBlockedTooLong(CancelAlgoOrderRequest request) =>
        calls.Pipeline.Limits.Block?.Remaining > TimeMath.Max(request.Timeout ?? calls.DefaultTimeout, BinanceLimits.Minute);

    private async Task<CancelManyResult> CancelAsync(CancelAlgoOrderRequest request, int reserved, CancellationToken cancellationToken)
    {
        try
        {
            CancelAlgoOrderOutcome outcome = await calls
                .RunAsync("ensure_canceled", (Procedure: this, request, reserved), request.Timeout, RunReservedAsync, cancellationToken)
                .ConfigureAwait(false);
            return new CancelManyResult(request.Id, outcome, Error: null);
        }
        catch (AlgoOrderException error)
        {
            return new CancelManyResult(request.Id, Outcome: null, error);
        }
    }

    private static async Task<CancelAlgoOrderOutcome> RunReservedAsync(
        RequestPipeline pipeline, CallContext call, (CancelManyProcedure Procedure, CancelAlgoOrderRequest Request, int Reserved) order)
    {
        call.Reserve(order.Reserved);
        try
        {
            return await EnsureCanceledProcedure.RunAsync(pipeline, call, order.Request).ConfigureAwait(false);
        }
        catch (AlgoOrderException error) when (call.LastAttempt?.ConcernsEveryRequest() == true)
        {
            order.Procedure._permanentError ??= error;
            throw;
        }
        finally
        {
            pipeline.Limits.Release(call.ReservedWeight);
        }
    }

    private CancelManyResult CreateNotSent(CancelAlgoOrderRequest? request)
    {
        if (request is null)
        {
            var missing = new AlgoOrderTransportException("An id must not be null, but was. Nothing was sent for it.", ExecutionStatus.NotExecuted);
            return new CancelManyResult(Id: null!, Outcome: null, missing);
        }

        string message = $"The cancel was not sent, because the error of another order concerns every request. {_permanentError!.Message}";
        AlgoOrderException error = new AlgoOrderTransportException(message, ExecutionStatus.NotExecuted, _permanentError)
            .WithIds((request.Id as AlgoOrderId.ByClientAlgoId)?.ClientAlgoId, (request.Id as AlgoOrderId.ByAlgoId)?.AlgoId);
        return new CancelManyResult(request.Id, Outcome: null, error);
    }
}
