using System.Diagnostics;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Records one call of a user while telemetry is enabled. Not thread-safe.</summary>
internal sealed class CallTelemetry(Activity? span, long startTimestamp)
{
    /// <summary>Gets the span of the call, or null if there is no listener for spans.</summary>
    public Activity? Span => span;

    /// <summary>Gets the monotonic timestamp of the start.</summary>
    public long StartTimestamp => startTimestamp;

    public int Attempts { get; private set; }

    /// <summary>Gets the number of attempts that began because a response was late.</summary>
    public int Hedges { get; private set; }

    public void Record(Attempt attempt)
    {
        Attempts++;
        Hedges += Convert.ToInt32(attempt.IsHedge);
        span?.AddEvent(new ActivityEvent("attempt", tags: [.. AttemptTags.Of(attempt), new(TelemetryNames.Execution, AttemptTags.NameOf(attempt.Execution))]));
    }
}
