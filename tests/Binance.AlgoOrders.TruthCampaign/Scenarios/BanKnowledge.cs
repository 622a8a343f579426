using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Tells in which scenarios a client can know of every ban and of its end.</summary>
internal static class BanKnowledge
{
    public static bool IsComplete(ScenarioPlan plan, IReadOnlyList<RecordedRequest> requests) =>
        // With a latency a request may leave before the response with the ban arrives.
        plan.Client.MaxLatency == TimeSpan.Zero

        // A clock that loses time ends a ban later than announced. A wall clock that is set ahead ends it early, as after sleep.
        && plan.Clock.DriftPerSecond >= TimeSpan.Zero
        && plan.Clock.Steps.All(step => step.By <= TimeSpan.Zero)

        // A handler that retries hides the body, which alone says whether a 429 of a new order concerns the address or the account.
        && !(plan.Host is HostKind.StandardResilience or HostKind.RetryInside or HostKind.BufferingRetryInside && requests.Any(request => request is { Method: "POST", Fault: nameof(Fault.TooManyRequests429) }));
}
