using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>When, how often and how fast a request is repeated: total timeout → retry → (in the attempt itself) attempt timeout.</summary>
internal static class RepetitionPipeline
{
    private static readonly ResiliencePropertyKey<ApiCall> Call = new("Binance.AlgoOrders.Call");

    public static ResiliencePipeline<Attempt> Build(int maxRetryAttempts, TimeProvider timeProvider)
    {
        var pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = timeProvider };
        if (maxRetryAttempts == 0)
        {
            return pipeline.Build();
        }

        return pipeline
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static total => new(total.Context.Properties.GetValue(Call, null!).Remaining) })
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                ShouldHandle = static attempt => new(attempt.Outcome.Result is { } result && IsWorthRepeating(result)),
                MaxRetryAttempts = maxRetryAttempts,
                DelayGenerator = static attempt => new(attempt.Context.Properties.GetValue(Call, null!).BackoffBefore(attempt.AttemptNumber)),
            })
            .Build();
    }

    public static bool IsWorthRepeating(Attempt attempt) => attempt.IsPassingFailure || attempt is { Verdict: AttemptVerdict.InDoubt, IsRepeatable: true };

    public static ResilienceContext Enter(ApiCall call)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.CallersToken);
        context.Properties.Set(Call, call);
        return context;
    }
}
