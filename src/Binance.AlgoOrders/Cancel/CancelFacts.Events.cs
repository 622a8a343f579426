using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders;

// The facts after each event.
internal sealed partial record CancelFacts
{
    public CancelFacts AfterAcknowledgement(CancelAlgoOrderResult acknowledgement) => this with { LastEvent = CancelEvent.Cancel, Acknowledgement = acknowledgement };

    /// <summary>Returns the facts after a cancel that failed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="at">The time at which the cancel was sent.</param>
    /// <param name="expiresAt">The time at which its last copy expires.</param>
    public CancelFacts AfterCancel(AttemptFacts failure, TimeSpan at, TimeSpan expiresAt)
    {
        CancelFacts next = this with { LastEvent = CancelEvent.Cancel, LastFailure = failure, Cancels = Cancels + 1, LastCancelAt = at };
        if (failure.MayStillBeExecuted)
        {
            next = next with { ExpiresAt = TimeMath.Max(ExpiresAt ?? TimeSpan.Zero, expiresAt), IsExpired = false };
        }

        if (failure is { Execution: not ExecutionStatus.Unknown, IsNotFound: true })
        {
            return next with { AbsentSince = AbsentSince ?? at };
        }

        return next;
    }

    /// <summary>Returns the facts after a lookup that found an order.</summary>
    public CancelFacts AfterSighting(AlgoOrder order, TimeSpan at) => Compare(order) switch
    {
        OrderIdentity.Same => AfterSightingOfOrder(order, at),

        // Queries have lost the order that was seen, and show an older one of the same client id.
        OrderIdentity.Earlier when IsOlderThanPinned(order) => AfterAbsence(at) with { UndatedOrder = null },
        OrderIdentity.Earlier => AfterAbsence(at).WithoutSighting() with { EarlierOrder = GetYounger(order), Symbol = Symbol ?? order.Symbol },
        OrderIdentity.Later when IsPinned(order) => AfterAbsence(at).WithoutSighting() with { MayBeHidden = true },
        OrderIdentity.Later => AfterYounger(at),
        OrderIdentity.Undatable when order.Status == AlgoOrderStatus.New => AfterOther(undated: null),
        OrderIdentity.Undatable => WithoutAbsence() with { LastEvent = CancelEvent.Lookup, UndatedOrder = null },
        _ when order.Status == AlgoOrderStatus.New => AfterOther(undated: order) with { LastSeenAt = at },
        _ => this with { LastEvent = CancelEvent.Lookup, UndatedOrder = order, LastSeenAt = at },
    };

    /// <summary>Returns the facts after a lookup without a trace of the order. If the symbol is known, the open orders complete it.</summary>
    public CancelFacts AfterAbsence(TimeSpan at) => this with
    {
        LastEvent = CancelEvent.Lookup,
        AbsentSince = AbsentSince ?? at,
        AbsentUntil = Symbol is null ? at : AbsentUntil,
        AbsentLookups = AbsentLookups + 1,
    };

    /// <summary>Returns the facts after a lookup that failed.</summary>
    public CancelFacts AfterFailedLookup(AttemptFacts failure) => this with { LastEvent = CancelEvent.Lookup, LastFailure = failure };

    /// <summary>Returns the facts with another estimate of the beginning of the call.</summary>
    public CancelFacts StartingAt(ClockMoment startedAt) => this with { StartedAt = startedAt };

    /// <summary>Returns the facts after the reading of the open orders that followed a query without a trace of the order.</summary>
    public CancelFacts AfterOpenOrders(LookupResult result, TimeSpan at) => result switch
    {
        LookupResult.NotFound => AfterAbsenceFromOpenOrders(at),

        // The query alone is no lookup if the symbol is known.
        LookupResult.Failed failed => AfterFailedLookup(AttemptFacts.Of(failed.Attempt)) with { AbsentLookups = AbsentLookups - 1 },
        _ => (this with { AbsentLookups = AbsentLookups - 1 }).AfterListing(((LookupResult.Found)result).Order, at),
    };

    /// <summary>Returns the facts after the open orders contained an order with the id.</summary>
    public CancelFacts AfterListing(AlgoOrder order, TimeSpan at)
    {
        CancelFacts next = AfterSighting(order, at);
        if (next.AbsentLookups > AbsentLookups)
        {
            return next.AfterAbsenceFromOpenOrders(at);
        }

        return next with { IsListed = next.LastSeen == order };
    }

    /// <summary>Returns the facts after a query.</summary>
    public CancelFacts AfterLookup(LookupResult result, TimeSpan at) => result switch
    {
        LookupResult.Found found => AfterSighting(found.Order, at),
        LookupResult.Failed failed => AfterFailedLookup(AttemptFacts.Of(failed.Attempt)),
        _ => AfterAbsence(at),
    };

    public CancelFacts AfterPause() => this with { LastEvent = CancelEvent.Pause, Pauses = Pauses + 1, LastFailure = LastFailure?.AfterBlock(), IsClockUnreadable = false };

    /// <summary>Returns the facts after the wait until no copy of a cancel can be executed any more.</summary>
    /// <param name="at">The time at which the last copy expired, or null if that moment is beyond the end of the call or could not be determined.</param>
    public CancelFacts AfterExpiry(TimeSpan? at)
    {
        if (at is null)
        {
            return this with { LastEvent = CancelEvent.Pause, ExpiresAt = TimeSpan.MaxValue };
        }

        return this with { LastEvent = CancelEvent.Expiry, ExpiresAt = at, IsExpired = true, AbsentLookups = 0 };
    }

    /// <summary>Returns the facts after Binance's clock was read, or could not be read.</summary>
    public CancelFacts AfterClock(ClockMoment? startedAt)
    {
        if (startedAt is not { } moment)
        {
            return this with { UndatedOrder = null, IsClockUnreadable = true };
        }

        CancelFacts next = this with { StartedAt = moment, IsClockRead = true };
        if (UndatedOrder is { } undated)
        {
            next = next.AfterSighting(undated, LastSeenAt);
        }

        // The reading was too imprecise. The next one follows after a pause.
        if (next.UndatedOrder is not null)
        {
            return next with { UndatedOrder = null, IsClockUnreadable = true };
        }

        return next;
    }

    private CancelFacts AfterSightingOfOrder(AlgoOrder order, TimeSpan at) => WithoutAbsence() with
    {
        LastEvent = CancelEvent.Lookup,
        Id = AlgoOrderId.FromAlgoId(order.AlgoId),
        Symbol = order.Symbol ?? Symbol,
        CreateTime = order.CreateTime ?? CreateTime,
        WasLive = WasLive || order.Status == AlgoOrderStatus.New,
        LastSeen = order,
        LastSeenAt = at,
        IsListed = false,
        UndatedOrder = null,
        EarlierOrder = null,
        IsIdReused = false,
        MayBeHidden = false,
    };

    // A query by client id shows the younger order only. From now on the seen order is queried by its algoId, so that earlier absences do not count.
    private CancelFacts AfterYounger(TimeSpan at)
    {
        CancelFacts next = AfterAbsence(at) with { UndatedOrder = null, IsIdReused = true, MayBeHidden = true };
        if (MayBeHidden || Id is AlgoOrderId.ByClientAlgoId)
        {
            return next;
        }

        return next with { AbsentLookups = 0 };
    }

    // An open order is the one that is meant or another one. A cancel by client id could hit it.
    private CancelFacts AfterOther(AlgoOrder? undated) => WithoutAbsence() with
    {
        LastEvent = CancelEvent.Lookup,
        UndatedOrder = undated,
        IsIdReused = true,
        MayBeHidden = true,
    };

    private CancelFacts AfterAbsenceFromOpenOrders(TimeSpan at) => this with { IsAbsentFromOpenOrders = true, AbsentUntil = at };

    private CancelFacts WithoutAbsence() => this with { AbsentSince = null, AbsentLookups = 0, IsAbsentFromOpenOrders = false };

    // The order that was seen was mistaken for the one that is meant: a lookup that lagged showed it as live, or the clock was not read yet.
    private CancelFacts WithoutSighting()
    {
        CancelFacts next = this with { UndatedOrder = null };
        if (Id is AlgoOrderId.ByClientAlgoId)
        {
            return next;
        }

        return next with { Id = RequestedId, CreateTime = null, WasLive = false, LastSeen = null, IsIdReused = true };
    }

    // Ids of Binance increase.
    private AlgoOrder GetYounger(AlgoOrder order)
    {
        if (EarlierOrder is { } known && known.AlgoId > order.AlgoId)
        {
            return known;
        }

        return order;
    }
}
