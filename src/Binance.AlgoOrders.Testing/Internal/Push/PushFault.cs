namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>A fault of one event.</summary>
/// <param name="kind">The kind of the fault.</param>
/// <param name="target">The events to which it may apply.</param>
/// <param name="delay">The delay of the event or of its copy.</param>
internal sealed class PushFault(PushFaultKind kind, PushTarget target, TimeSpan delay = default)
{
    private long _untilFirst = target.Skipped;

    public PushFaultKind Kind => kind;

    public TimeSpan Delay => delay;

    /// <summary>Returns whether the fault applies to an event. A matching event that it skips is counted.</summary>
    public bool AppliesTo(PushEvent pushed) => target.Matches(pushed) && --_untilFirst < 0;
}
