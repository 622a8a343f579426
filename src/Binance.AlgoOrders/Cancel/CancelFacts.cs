using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Contains what a call knows about its order. Immutable: every event gives new facts. All times are measured from the beginning of the call, except
/// those of Binance's clock.
/// </summary>
internal sealed record CancelFacts
{
    private CancelFacts(AlgoOrderId requestedId) => (RequestedId, Id) = (requestedId, requestedId);

    /// <summary>Gets the id of the request.</summary>
    public AlgoOrderId RequestedId { get; }

    /// <summary>Gets the id to cancel and to look up: Binance's own once the order was seen, because a client id may be used again.</summary>
    public AlgoOrderId Id { get; private init; }

    /// <summary>Gets the contract of the order, or null if it is unknown.</summary>
    public string? Symbol { get; private init; }

    /// <summary>Gets the time at which the order was placed, or null if it is unknown.</summary>
    public DateTimeOffset? CreateTime { get; private init; }

    /// <summary>True if a cancel of all orders was acknowledged after the order was seen. The order is then looked up before it is canceled.</summary>
    public bool IsCovered { get; private init; }

    /// <summary>True if the order was live when it was seen, in this call or by the caller.</summary>
    public bool WasLive { get; private init; }

    /// <summary>Gets the event that happened last.</summary>
    public CancelEvent LastEvent { get; private init; }

    /// <summary>Gets Binance's acknowledgement of a cancel of this call, or null if there is none.</summary>
    public CancelAlgoOrderResult? Acknowledgement { get; private init; }

    /// <summary>Gets the failure of the last request that failed, or null if none did.</summary>
    public AttemptFacts? LastFailure { get; private init; }

    /// <summary>Gets the number of cancels that were sent.</summary>
    public int Cancels { get; private init; }

    /// <summary>Gets the number of pauses.</summary>
    public int Pauses { get; private init; }

    /// <summary>Gets the time at which the last cancel was sent, or null if none was.</summary>
    public TimeSpan? LastCancelAt { get; private init; }

    /// <summary>Gets the order as it was last seen, or null if it was not seen in this call.</summary>
    public AlgoOrder? LastSeen { get; private init; }

    /// <summary>Gets the time at which the lookup began that saw the order last.</summary>
    public TimeSpan LastSeenAt { get; private init; }

    /// <summary>Gets an older order with the same client id that had ended before the call began, or null if none was seen.</summary>
    public AlgoOrder? EarlierOrder { get; private init; }

    /// <summary>Gets an ended order that is this one or an older one of the same client id, which only Binance's clock can tell.</summary>
    public AlgoOrder? UndatedOrder { get; private init; }

    /// <summary>Gets the time of the first response without a trace of the order, or null if the last response had one.</summary>
    public TimeSpan? AbsentSince { get; private init; }

    /// <summary>Gets the time at which the last lookup without a trace of the order began.</summary>
    public TimeSpan AbsentUntil { get; private init; }

    /// <summary>Gets the number of lookups in a row without a trace of the order.</summary>
    public int AbsentLookups { get; private init; }

    /// <summary>True if these lookups included the open orders of the symbol.</summary>
    public bool IsAbsentFromOpenOrders { get; private init; }

    /// <summary>Gets the time at which the last copy of a cancel whose execution is unknown expires, or null if there is none.</summary>
    public TimeSpan? ExpiresAt { get; private init; }

    /// <summary>True if <see cref="ExpiresAt"/> has passed on Binance's clock, which was read for this.</summary>
    public bool IsExpired { get; private init; }

    /// <summary>Gets the beginning of the call on Binance's clock, or null if that clock was not read.</summary>
    public ClockMoment? StartedAt { get; private init; }

    /// <summary>True if a cancel of this call may still be executed.</summary>
    public bool MayStillBeExecuted => ExpiresAt is not null && !IsExpired;

    /// <summary>True if the order was last seen as live.</summary>
    public bool IsOpen => LastSeen is { Status.Known: AlgoOrderStatus.New } && AbsentSince is null;

    /// <summary>True if the order is being triggered.</summary>
    public bool IsTriggering => LastSeen is { Status.Known: AlgoOrderStatus.Triggering };

    /// <summary>Returns the facts at the beginning of a call.</summary>
    public static CancelFacts Of(CancelAlgoOrderRequest request) => new(request.Id)
    {
        Symbol = request.Symbol,
        CreateTime = request.Order?.CreateTime,
        WasLive = request.Order?.Status == AlgoOrderStatus.New,
        IsCovered = request.IsCovered,
    };

    public CancelFacts AfterAcknowledgement(CancelAlgoOrderResult acknowledgement) => this with { LastEvent = CancelEvent.Cancel, Acknowledgement = acknowledgement };

    /// <summary>Returns the facts after a cancel that failed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="at">The time at which the cancel was sent.</param>
    /// <param name="expiresAt">The time at which its last copy expires.</param>
    public CancelFacts AfterCancel(AttemptFacts failure, TimeSpan at, TimeSpan expiresAt)
    {
        CancelFacts next = this with { LastEvent = CancelEvent.Cancel, LastFailure = failure, Cancels = Cancels + 1, LastCancelAt = at };
        if (failure.Execution == ExecutionStatus.Unknown)
        {
            return next with { ExpiresAt = TimeMath.Max(ExpiresAt ?? TimeSpan.Zero, expiresAt), IsExpired = false };
        }

        return next with { AbsentSince = failure.IsNotFound ? AbsentSince ?? at : AbsentSince };
    }

    /// <summary>Returns the facts after a lookup that found an order.</summary>
    public CancelFacts AfterSighting(AlgoOrder order, TimeSpan at) => IsThisOrder(order) switch
    {
        true => this with
        {
            LastEvent = CancelEvent.Lookup,
            Id = AlgoOrderId.FromAlgoId(order.AlgoId),
            Symbol = order.Symbol ?? Symbol,
            CreateTime = order.CreateTime ?? CreateTime,
            WasLive = WasLive || order.Status == AlgoOrderStatus.New,
            LastSeen = order,
            LastSeenAt = at,
            UndatedOrder = null,
            EarlierOrder = null,
            AbsentSince = null,
            AbsentLookups = 0,
        },
        false => AfterEarlierOrder(order, at),
        null => this with { LastEvent = CancelEvent.Lookup, UndatedOrder = order, LastSeenAt = at },
    };

    /// <summary>Returns the facts after a lookup without a trace of the order.</summary>
    public CancelFacts AfterAbsence(bool isAbsentFromOpenOrders, TimeSpan at) => this with
    {
        LastEvent = CancelEvent.Lookup,
        AbsentSince = AbsentSince ?? at,
        AbsentUntil = at,
        AbsentLookups = AbsentLookups + 1,
        IsAbsentFromOpenOrders = isAbsentFromOpenOrders,
    };

    /// <summary>Returns the facts after a lookup that failed.</summary>
    public CancelFacts AfterFailedLookup(AttemptFacts failure) => this with { LastEvent = CancelEvent.Lookup, LastFailure = failure };

    /// <summary>Returns the facts after the reading of the open orders that followed a query without a trace of the order.</summary>
    public CancelFacts AfterOpenOrders(LookupResult result, TimeSpan at) => result switch
    {
        LookupResult.NotFound => this with { IsAbsentFromOpenOrders = true },

        // The query alone is no lookup if the symbol is known.
        LookupResult.Failed failed => AfterFailedLookup(AttemptFacts.Of(failed.Attempt)) with { AbsentLookups = AbsentLookups - 1 },
        _ => AfterSighting(((LookupResult.Found)result).Order, at),
    };

    /// <summary>Returns the facts after a query.</summary>
    public CancelFacts AfterLookup(LookupResult result, TimeSpan at) => result switch
    {
        LookupResult.Found found => AfterSighting(found.Order, at),
        LookupResult.Failed failed => AfterFailedLookup(AttemptFacts.Of(failed.Attempt)),
        _ => AfterAbsence(isAbsentFromOpenOrders: false, at),
    };

    public CancelFacts AfterPause() => this with { LastEvent = CancelEvent.Pause, Pauses = Pauses + 1, LastFailure = LastFailure?.AfterBlock() };

    /// <summary>Returns the facts after the wait until no copy of a cancel can be executed any more.</summary>
    /// <param name="at">The time at which the last copy expired, or null if that moment is beyond the end of the call or could not be determined.</param>
    public CancelFacts AfterExpiry(TimeSpan? at) => at is null
        ? this with { LastEvent = CancelEvent.Pause, ExpiresAt = TimeSpan.MaxValue }
        : this with { LastEvent = CancelEvent.Expiry, ExpiresAt = at, IsExpired = true, AbsentLookups = 0 };

    /// <summary>Returns the facts after Binance's clock was read to date an order, or could not be read.</summary>
    public CancelFacts AfterClock(ClockMoment? startedAt)
    {
        AlgoOrder undated = UndatedOrder!;
        if (startedAt is null)
        {
            return AfterEarlierOrder(undated, LastSeenAt);
        }

        return (this with { StartedAt = startedAt }).AfterSighting(undated, LastSeenAt);
    }

    // A query that lags may have shown the order as live. What it showed of an earlier order says nothing about the one that is meant.
    private CancelFacts AfterEarlierOrder(AlgoOrder order, TimeSpan at) => AfterAbsence(IsAbsentFromOpenOrders, at) with
    {
        Id = RequestedId,
        EarlierOrder = order,
        UndatedOrder = null,
        LastSeen = null,
        WasLive = false,
        CreateTime = null,
    };

    /// <summary>Returns true if this order is meant, false if it is an older one with the same client id, and null if only Binance's clock can tell.</summary>
    private bool? IsThisOrder(AlgoOrder order)
    {
        if (RequestedId is AlgoOrderId.ByAlgoId || order.Status.Known is AlgoOrderStatus.New or null)
        {
            return true;
        }

        // A client id is free again when its order has ended. Only an order that ended during the call is certainly the one that was meant.
        bool wasSeen = Id is AlgoOrderId.ByAlgoId && Id.Matches(order.AlgoId, order.ClientAlgoId);
        if (order.UpdateTime is not { } endedAt)
        {
            return wasSeen;
        }

        return (StartedAt, wasSeen) switch
        {
            (null, _) => null,
            ({ } start, true) => endedAt >= start.Time - start.Error,
            ({ } start, false) => endedAt > start.Time + start.Error,
        };
    }
}

/// <summary>Specifies what happened last in a cancel.</summary>
internal enum CancelEvent
{
    /// <summary>The call has begun.</summary>
    Begin,

    /// <summary>A cancel was sent.</summary>
    Cancel,

    /// <summary>The order was looked up.</summary>
    Lookup,

    /// <summary>The call has paused.</summary>
    Pause,

    /// <summary>The last copy of a cancel has expired.</summary>
    Expiry,
}

/// <summary>Contains what a failed attempt says.</summary>
/// <param name="Execution">The execution of its request.</param>
/// <param name="Then">The next step.</param>
/// <param name="IsNotFound">True if Binance did not find the order.</param>
/// <param name="BlockedFor">The time for which nothing may be sent, or null if no limit was exceeded.</param>
internal readonly record struct AttemptFacts(ExecutionStatus Execution, NextStep Then, bool IsNotFound = false, TimeSpan? BlockedFor = null)
{
    /// <summary>True if no retry helps.</summary>
    public bool IsPermanent => Execution == ExecutionStatus.NotExecuted && Then is NextStep.GiveUp or NextStep.RefreshKey;

    /// <summary>True if only a lookup shows the state of the order.</summary>
    public bool NeedsLookup => BlockedFor is null && (Execution == ExecutionStatus.Unknown || Then == NextStep.LookUp);

    /// <summary>Returns the facts after the block has ended.</summary>
    public AttemptFacts AfterBlock() => this with { BlockedFor = null };

    public static AttemptFacts Of(Attempt attempt) => new(attempt.Execution, attempt.Rule!.Then, attempt.IsNotFound(), attempt.BlockedFor);
}
