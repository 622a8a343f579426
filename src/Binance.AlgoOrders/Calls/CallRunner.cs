using System.Diagnostics;
using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;

namespace Binance.AlgoOrders;

/// <summary>Runs the calls of users: each gets one deadline, one token and, if telemetry is enabled, one span.</summary>
internal sealed class CallRunner(RequestPipeline pipeline, ClientTelemetry telemetry, TimeSpan defaultTimeout, TimeProvider timeProvider)
{
    public RequestPipeline Pipeline => pipeline;

    /// <summary>Gets the time for a whole call that has no time limit of its own.</summary>
    public TimeSpan DefaultTimeout => defaultTimeout;

    /// <summary>True if the client does not run on the system's clock, as in a test.</summary>
    public bool IsVirtualTime => timeProvider != TimeProvider.System;

    /// <summary>Runs a call.</summary>
    /// <param name="operation">The name of the operation in telemetry.</param>
    /// <param name="request">The argument of the call.</param>
    /// <param name="timeout">The time for the whole call, or null for the client's default.</param>
    /// <param name="call">The call. It captures nothing, so that it is allocated once.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public Task<TResult> RunAsync<TRequest, TResult>(
        string operation,
        TRequest request,
        TimeSpan? timeout,
        Func<RequestPipeline, CallContext, TRequest, Task<TResult>> call,
        CancellationToken cancellationToken) => telemetry.IsEnabled
        ? RunWithTelemetryAsync(operation, request, timeout, call, cancellationToken)
        : call(pipeline, CreateContext(timeout, callTelemetry: null, cancellationToken), request);

    /// <summary>Runs a call that returns many items and ends with the last one.</summary>
    public async IAsyncEnumerable<TItem> ListAsync<TRequest, TItem>(
        string operation,
        TRequest request,
        Func<RequestPipeline, CallContext, TRequest, IAsyncEnumerable<TItem>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CallTelemetry? callTelemetry = telemetry.IsEnabled ? telemetry.Begin(operation) : null;
        string outcome = "abandoned";
        string? errorType = null;
        try
        {
            CallContext context = CreateContext(timeout: null, callTelemetry, cancellationToken);
            IAsyncEnumerator<TItem> items = call(pipeline, context, request).GetAsyncEnumerator(cancellationToken);
            await using ConfiguredAsyncDisposable disposal = items.ConfigureAwait(false);
            while (true)
            {
                try
                {
                    // Between two items the caller's own span is the current one.
                    Activity.Current = callTelemetry?.Span ?? Activity.Current;
                    if (!await items.MoveNextAsync().ConfigureAwait(false))
                    {
                        outcome = "succeeded";
                        break;
                    }
                }
                catch (Exception failure)
                {
                    (outcome, errorType) = (CallOutcome.OfFailure(failure), CallOutcome.ErrorTypeOf(failure));
                    throw;
                }

                yield return items.Current;
            }
        }
        finally
        {
            if (callTelemetry is not null)
            {
                telemetry.End(callTelemetry, operation, outcome, errorType);
            }
        }
    }

    /// <summary>Waits on the time provider.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay.RoundedUp(), timeProvider, cancellationToken);

    private async Task<TResult> RunWithTelemetryAsync<TRequest, TResult>(
        string operation,
        TRequest request,
        TimeSpan? timeout,
        Func<RequestPipeline, CallContext, TRequest, Task<TResult>> call,
        CancellationToken cancellationToken)
    {
        CallTelemetry callTelemetry = telemetry.Begin(operation);
        try
        {
            TResult result = await call(pipeline, CreateContext(timeout, callTelemetry, cancellationToken), request).ConfigureAwait(false);
            telemetry.End(callTelemetry, operation, CallOutcome.Of(result), CallOutcome.ErrorTypeOf(result));
            return result;
        }
        catch (Exception failure)
        {
            telemetry.End(callTelemetry, operation, CallOutcome.OfFailure(failure), CallOutcome.ErrorTypeOf(failure));
            throw;
        }
    }

    /// <summary>Creates the context of a call without telemetry.</summary>
    public CallContext CreateContext(CancellationToken cancellationToken) => CreateContext(timeout: null, callTelemetry: null, cancellationToken);

    private CallContext CreateContext(TimeSpan? timeout, CallTelemetry? callTelemetry, CancellationToken cancellationToken) =>
        new(timeProvider, timeout ?? defaultTimeout, cancellationToken, callTelemetry);
}
