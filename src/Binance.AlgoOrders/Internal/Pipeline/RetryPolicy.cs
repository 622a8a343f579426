using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>Retries a request: total timeout, then retry. The timeout of an attempt is in the attempt itself.</summary>
internal sealed class RetryPolicy(int maxRetryAttempts, TimeProvider timeProvider)
{
    private static readonly ResiliencePropertyKey<CallContext> Call = new("Binance.AlgoOrders.Call");

    private readonly ResiliencePipeline<Attempt> _pipeline = Build(maxRetryAttempts, timeProvider);

    /// <summary>Retries a request whose first attempt failed.</summary>
    /// <param name="first">The attempt that failed.</param>
    /// <param name="call">The call that the request belongs to.</param>
    /// <param name="send">Sends the request once more.</param>
    /// <returns>The last attempt.</returns>
    public async ValueTask<Attempt> ExecuteAsync(Attempt first, CallContext call, Func<ValueTask<Attempt>> send)
    {
        Attempt? last = null;
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.CancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            await _pipeline.ExecuteAsync(
                async _ => last = last is null ? first : await send().ConfigureAwait(false),
                context).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            // The time was up between two attempts. The last one says what is known.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        return last ?? first;
    }

    private static ResiliencePipeline<Attempt> Build(int maxRetryAttempts, TimeProvider timeProvider)
    {
        var pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = timeProvider };
        if (maxRetryAttempts == 0)
        {
            return pipeline.Build();
        }

        return pipeline
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static total => new(GetCall(total.Context).Remaining) })
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                ShouldHandle = static attempt => new(attempt.Outcome.Result is { } result && result.ShouldRetry()),
                MaxRetryAttempts = maxRetryAttempts,
                DelayGenerator = static retry => new(GetCall(retry.Context).GetBackoff(retry.AttemptNumber)),
            })
            .Build();
    }

    private static CallContext GetCall(ResilienceContext context) => context.Properties.GetValue(Call, null!);
}
