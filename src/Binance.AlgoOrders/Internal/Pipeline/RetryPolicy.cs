using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Polly;
using Polly.Retry;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>Retries a request while its call lasts. The deadline and the pauses are those of the call.</summary>
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
            return await _pipeline.ExecuteAsync(async _ => last = await SendAsync(last).ConfigureAwait(false), context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        ValueTask<Attempt> SendAsync(Attempt? previous) => previous switch
        {
            null => new(first),
            _ when call.IsOver => new(previous),
            _ => send(),
        };
    }

    private static ResiliencePipeline<Attempt> Build(int maxRetryAttempts, TimeProvider timeProvider)
    {
        var pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = timeProvider };
        if (maxRetryAttempts == 0)
        {
            return pipeline.Build();
        }

        return pipeline
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                ShouldHandle = static attempt => new(attempt.Outcome.Result is { } result && result.ShouldRetry() && !GetCall(attempt.Context).IsOver),
                MaxRetryAttempts = maxRetryAttempts,

                // The call itself waits, because a delay of the strategy may end after the deadline.
                Delay = TimeSpan.Zero,
                OnRetry = static retry => new(PauseAsync(GetCall(retry.Context), retry.AttemptNumber)),
            })
            .Build();
    }

    private static Task PauseAsync(CallContext call, int retry) => call.WaitAsync(call.GetBackoff(retry));

    private static CallContext GetCall(ResilienceContext context) => context.Properties.GetValue(Call, null!);
}
