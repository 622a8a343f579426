using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders;

/// <summary>
/// Contains what a call knows about its order. Immutable: every event gives new facts. All times are measured from the beginning of the call, except
/// those of Binance's clock.
/// </summary>
internal sealed partial record CancelFacts
{
    private CancelFacts(AlgoOrderId requestedId) => (RequestedId, Id) = (requestedId, requestedId);

    /// <summary>Gets the id of the request.</summary>
    public AlgoOrderId RequestedId { get; }

    /// <summary>Gets the id to cancel and to look up: Binance's own once the order was seen, because a client id may be used again.</summary>
    public AlgoOrderId Id { get; private init; }

    /// <summary>Gets the id to query: that of the request while the order is gone, so that another order of the same client id is not missed.</summary>
    public AlgoOrderId IdToQuery => this switch
    {
        { AbsentLookups: > 0, MayBeHidden: false } => RequestedId,
        _ => Id,
    };

    /// <summary>Gets the contract of the order, or null if it is unknown.</summary>
    public string? Symbol { get; private init; }

    /// <summary>Gets the time at which the order was placed, or null if it is unknown.</summary>
    public DateTimeOffset? CreateTime { get; private init; }

    /// <summary>Gets what the call begins with.</summary>
    public CancelMode Mode { get; private init; }

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

    /// <summary>Gets an order with the same client id that had ended before the call began, or when it began, or null if none was seen.</summary>
    public AlgoOrder? EarlierOrder { get; private init; }

    /// <summary>True if <see cref="EarlierOrder"/> may have ended during the call: when it began, within the error of the clock.</summary>
    public bool MayHaveEndedInCall => EarlierOrder is { UpdateTime: { } time } && !StartedAt.IsAfter(time);

    /// <summary>Gets the order that the claim is about: the one that was seen, or an older one that is the last one with the client id.</summary>
    public AlgoOrder? LastKnown => LastSeen ?? EarlierOrder;

    /// <summary>
    /// True if the client id was seen to belong to another order than the one that is meant, or may belong to one. A cancel by client id could hit an order that
    /// was placed since.
    /// </summary>
    public bool IsIdReused { get; private init; }

    /// <summary>True if a younger order of the same client id was seen, or one that may be younger. A query shows only the youngest.</summary>
    public bool MayBeHidden { get; private init; }

    /// <summary>Gets an order that is this one or another one of the same client id, which only Binance's clock can tell.</summary>
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

    /// <summary>Gets the beginning of the call on Binance's clock. The error is large until that clock was read.</summary>
    public ClockMoment StartedAt { get; private init; }

    /// <summary>True if Binance's clock was read during the call.</summary>
    public bool IsClockRead { get; private init; }

    /// <summary>True if Binance's clock could not be read since the last pause.</summary>
    public bool IsClockUnreadable { get; private init; }

    /// <summary>True if a cancel of this call may still be executed.</summary>
    public bool MayStillBeExecuted => ExpiresAt is not null && !IsExpired;

    /// <summary>True if the order was last seen as live.</summary>
    public bool IsOpen => LastSeen is { Status.Known: AlgoOrderStatus.New } && AbsentSince is null;

    /// <summary>True if the order was last seen in the open orders, which do not lag behind a change.</summary>
    public bool IsListed { get; private init; }

    /// <summary>
    /// Returns true if the order that was seen as live is certainly the one that is meant. A query that lags may show an older order of the same client id,
    /// and one that was placed during the call is another.
    /// </summary>
    public bool IsMeant(TimeSpan visibilityLag) => RequestedId is AlgoOrderId.ByAlgoId
        || (LastSeenAt >= visibilityLag && LastSeen?.CreateTime is { } createTime && StartedAt.IsAfter(createTime));

    /// <summary>Returns true if no other order of the same client id can be open, because a list would show it by now.</summary>
    public bool HasNoSuccessor(TimeSpan visibilityLag) => RequestedId is AlgoOrderId.ByAlgoId || AbsentUntil >= visibilityLag;

    /// <summary>True if the order is being triggered.</summary>
    public bool IsTriggering => LastSeen is { Status.Known: AlgoOrderStatus.Triggering };

    /// <summary>Returns the facts at the beginning of a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="startedAt">The beginning of the call on Binance's clock.</param>
    public static CancelFacts Of(CancelAlgoOrderRequest request, ClockMoment startedAt) => new(request.Id)
    {
        StartedAt = startedAt,
        Symbol = request.Symbol,
        CreateTime = request.Order?.CreateTime,
        WasLive = request.Order?.Status == AlgoOrderStatus.New,
        Mode = request.Mode,
    };
}
