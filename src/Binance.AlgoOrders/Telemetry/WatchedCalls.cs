using System.Diagnostics;
using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>Runs the calls of users: as they are while nobody listens, and under a span and a clock while somebody does.</summary>
internal static class WatchedCalls
{
    /// <param name="transport">What the call is made through.</param>
    /// <param name="operation">The call's name in telemetry.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="call">The call. It captures nothing, so that it costs nothing.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static Task<TResult> RunAsync<TRequest, TResult>(
        this ApiTransport transport,
        string operation,
        TRequest request,
        Func<ApiTransport, TRequest, CancellationToken, Task<TResult>> call,
        CancellationToken cancellationToken)
    {
        if (!transport.Telemetry.IsListenedTo)
        {
            return call(transport, request, cancellationToken);
        }

        Activity? outer = Activity.Current;
        CallObservation observation = transport.Telemetry.Begin(operation);
        try
        {
            return EndAsync(transport.Telemetry, operation, observation, call(transport.WatchedBy(observation), request, cancellationToken));
        }
        // A bad argument is thrown at once, whether somebody listens or not.
        catch (Exception mistake)
        {
            transport.Telemetry.End(observation, operation, CallOutcome.OfFailure(mistake), CallOutcome.ErrorTypeOf(mistake));
            throw;
        }
        finally
        {
            Activity.Current = outer;
        }
    }

    /// <summary>The same for a call that returns many, which lasts until the last one was taken.</summary>
    public static IAsyncEnumerable<TItem> ListAsync<TRequest, TItem>(
        this ApiTransport transport,
        string operation,
        TRequest request,
        Func<ApiTransport, TRequest, CancellationToken, IAsyncEnumerable<TItem>> call,
        CancellationToken cancellationToken) =>
        transport.Telemetry.IsListenedTo ? WatchAsync(transport, operation, request, call, cancellationToken) : call(transport, request, cancellationToken);

    private static async Task<TResult> EndAsync<TResult>(ClientTelemetry telemetry, string operation, CallObservation observation, Task<TResult> call)
    {
        try
        {
            TResult result = await call.ConfigureAwait(false);
            telemetry.End(observation, operation, CallOutcome.Of(result), CallOutcome.ErrorTypeOf(result));
            return result;
        }
        catch (Exception failure)
        {
            telemetry.End(observation, operation, CallOutcome.OfFailure(failure), CallOutcome.ErrorTypeOf(failure));
            throw;
        }
    }

    private static async IAsyncEnumerable<TItem> WatchAsync<TRequest, TItem>(
        ApiTransport transport,
        string operation,
        TRequest request,
        Func<ApiTransport, TRequest, CancellationToken, IAsyncEnumerable<TItem>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CallObservation observation = transport.Telemetry.Begin(operation);
        string outcome = "abandoned";
        string? errorType = null;
        try
        {
            IAsyncEnumerator<TItem> items = call(transport.WatchedBy(observation), request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using ConfiguredAsyncDisposable end = items.ConfigureAwait(false);
            while (true)
            {
                try
                {
                    // Between two items the caller's own span is the current one.
                    Activity.Current = observation.Span ?? Activity.Current;
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
            transport.Telemetry.End(observation, operation, outcome, errorType);
        }
    }
}
