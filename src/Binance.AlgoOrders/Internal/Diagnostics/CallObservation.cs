using System.Diagnostics;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>What is watched of one call of a user, while somebody listens. Used by one flow at a time.</summary>
internal sealed class CallObservation(Activity? span, long startTimestamp)
{
    /// <summary>Null: nobody wants it.</summary>
    public Activity? Span => span;

    /// <summary>The monotonic timestamp of the call's start.</summary>
    public long StartTimestamp => startTimestamp;

    public int Attempts { get; private set; }

    public void Note(Attempt attempt)
    {
        Attempts++;
        span?.AddEvent(new ActivityEvent("attempt", tags: [.. AttemptTags.Of(attempt), new(TelemetryNames.Verdict, AttemptTags.NameOf(attempt.Verdict))]));
    }
}
