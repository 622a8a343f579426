using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders;

/// <summary>
/// Contains what a call knows about the open orders of a symbol. Immutable: every event gives new facts. All times are measured from the beginning of the
/// call.
/// </summary>
internal sealed record ClearFacts
{
    /// <summary>Gets the event that happened last.</summary>
    public ClearEvent LastEvent { get; private init; }

    /// <summary>
    /// Gets the time at which a cancel of all orders was acknowledged, or rejected because there is nothing to cancel. Null before.
    /// </summary>
    public TimeSpan? AcknowledgedAt { get; private init; }

    /// <summary>Gets the time at which the last copy of a cancel whose execution is unknown expires, or null if there is none.</summary>
    public TimeSpan? ExpiresAt { get; private init; }

    /// <summary>Gets the number of orders that were seen.</summary>
    public int Seen { get; private init; }

    /// <summary>Gets the number of orders that were seen and are not settled.</summary>
    public int Unsettled { get; private init; }

    /// <summary>Gets the time at which the first of the last empty lists was requested, or null if the last list was not empty.</summary>
    public TimeSpan? EmptySince { get; private init; }

    /// <summary>Gets the time at which the last empty list was requested.</summary>
    public TimeSpan EmptyUntil { get; private init; }

    /// <summary>Gets the number of empty lists in a row.</summary>
    public int EmptyLists { get; private init; }

    /// <summary>Gets the number of pauses.</summary>
    public int Pauses { get; private init; }

    /// <summary>True if every order that was seen was settled one by one.</summary>
    public bool IsSettled => Seen > 0 && Unsettled == 0;

    public ClearFacts AfterAcknowledgement(TimeSpan at) => this with { LastEvent = ClearEvent.CancelAll, AcknowledgedAt = at, EmptySince = null, EmptyLists = 0 };

    /// <summary>Returns the facts after a cancel of all orders that failed.</summary>
    /// <param name="expiresAt">The time at which its last copy expires, or null if it was certainly not executed.</param>
    public ClearFacts AfterFailure(TimeSpan? expiresAt)
    {
        ClearFacts next = this with { LastEvent = ClearEvent.CancelAll };
        if (expiresAt is { } latest)
        {
            return next with { ExpiresAt = TimeMath.Max(ExpiresAt ?? TimeSpan.Zero, latest) };
        }

        return next;
    }

    /// <summary>Returns the facts after a list of open orders.</summary>
    /// <param name="isEmpty">True if it contained no order that can be canceled, or null if it could not be read.</param>
    /// <param name="at">The time at which it was requested.</param>
    /// <param name="seen">The number of orders that were seen so far.</param>
    /// <param name="unsettled">The number of them that are not settled.</param>
    public ClearFacts AfterList(bool? isEmpty, TimeSpan at, int seen, int unsettled)
    {
        ClearFacts next = this with { LastEvent = ClearEvent.List, Seen = seen, Unsettled = unsettled };
        if (isEmpty == true)
        {
            return next with { EmptySince = EmptySince ?? at, EmptyUntil = at, EmptyLists = EmptyLists + 1 };
        }

        return next with { EmptySince = null, EmptyLists = 0 };
    }

    public ClearFacts AfterSettling(int unsettled) => this with { LastEvent = ClearEvent.Settle, Unsettled = unsettled };

    public ClearFacts AfterPause() => this with { LastEvent = ClearEvent.Pause, Pauses = Pauses + 1 };

    /// <summary>Returns the facts after the wait until no copy of a cancel can be executed any more.</summary>
    /// <param name="isExpired">True if that moment has come. False if it is beyond the end of the call.</param>
    public ClearFacts AfterExpiry(bool isExpired)
    {
        if (isExpired)
        {
            return this with { LastEvent = ClearEvent.Pause, ExpiresAt = null, EmptySince = null, EmptyLists = 0 };
        }

        return this with { LastEvent = ClearEvent.Pause, ExpiresAt = TimeSpan.MaxValue };
    }
}

/// <summary>Specifies what happened last in a cancel of all orders.</summary>
internal enum ClearEvent
{
    /// <summary>The call has begun.</summary>
    Begin,

    /// <summary>A cancel of all orders was sent.</summary>
    CancelAll,

    /// <summary>The open orders were listed.</summary>
    List,

    /// <summary>The orders that were seen were canceled one by one.</summary>
    Settle,

    /// <summary>The call has paused.</summary>
    Pause,
}
