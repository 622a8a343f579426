using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders;

/// <summary>
/// Decides about the next step of a cancel, or about its claim. The decision is a pure function of the facts and the time, so that it can be checked for
/// every reachable state.
/// </summary>
internal static class CancelDecision
{
    private const int MinLookups = 2;

    // Binance forgets canceled and expired orders 3 days after their placement, and all orders after 90 days. The margin covers differing clocks.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetentionOfCanceled = TimeSpan.FromDays(3) + ClockMargin;
    private static readonly TimeSpan RetentionOfAll = TimeSpan.FromDays(90) - ClockMargin;

    public static CancelStep Next(CancelFacts facts, CancelTime time)
    {
        if (facts.LastFailure is { IsPermanent: true })
        {
            return CancelStep.To(CancelClaim.Failed);
        }

        if (facts.UndatedOrder is not null && time.Remaining > TimeSpan.Zero)
        {
            return CancelStep.ReadClock;
        }

        if (ClaimOf(facts, time) is { } claim)
        {
            return CancelStep.To(claim);
        }

        return facts.LastEvent switch
        {
            CancelEvent.Begin when !facts.IsCovered => CancelStep.Cancel(time.Reserve),
            CancelEvent.Begin or CancelEvent.Expiry => CancelStep.LookUp,
            CancelEvent.Cancel when facts.LastFailure!.Value.NeedsLookup || IsLastCancel(facts, time) => CancelStep.LookUp,
            CancelEvent.Pause => AfterPause(facts, time),
            _ => CancelStep.Pause(GetPause(facts, time)),
        };
    }

    /// <summary>Returns what may be claimed about the order, or null if there is more to find out.</summary>
    private static CancelClaim? ClaimOf(CancelFacts facts, CancelTime time)
    {
        if (facts.Acknowledgement is not null)
        {
            return CancelClaim.Acknowledged;
        }

        return ClaimOfStatus(facts.LastSeen, time) ?? ClaimOfAbsence(facts, time) ?? ClaimOfEnd(facts, time);
    }

    private static CancelClaim? ClaimOfStatus(AlgoOrder? order, CancelTime time) => order?.Status.Known switch
    {
        AlgoOrderStatus.Canceled => CancelClaim.SeenCanceled,
        AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished => CancelClaim.Triggered,
        AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired => CancelClaim.Ended,

        // The child order soon has an id or is rejected. Another cancel would be too late.
        AlgoOrderStatus.Triggering when time.Remaining == TimeSpan.Zero => CancelClaim.Triggered,
        _ => null,
    };

    private static CancelClaim? ClaimOfAbsence(CancelFacts facts, CancelTime time)
    {
        if (facts.AbsentSince is not { } since || facts.AbsentLookups < MinLookups)
        {
            return null;
        }

        if (facts.WasLive)
        {
            return IsForgotten(facts, time) ? CancelClaim.EndedByRetention : null;
        }

        if (facts.LastSeen is not null || facts.AbsentUntil - since < time.VisibilityLag)
        {
            return null;
        }

        return facts.EarlierOrder?.Status.Known is AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished
            ? CancelClaim.TriggeredEarlier
            : CancelClaim.NotFound;
    }

    // Binance keeps every order that triggered. An old order that was live and is gone has therefore ended without a trade.
    private static bool IsForgotten(CancelFacts facts, CancelTime time) =>
        facts is { IsAbsentFromOpenOrders: true, MayStillBeExecuted: false } && WasLiveInCall(facts, time.VisibilityLag) && IsForgottenByAge(facts, time.ServerTime);

    // A query that lags may show an order as live that ended before the call began, and the client id may name another order since.
    private static bool WasLiveInCall(CancelFacts facts, TimeSpan visibilityLag) => facts.RequestedId is AlgoOrderId.ByAlgoId || facts.LastSeenAt >= visibilityLag;

    private static bool IsForgottenByAge(CancelFacts facts, DateTimeOffset serverTime) =>
        facts is { WasLive: true, CreateTime: { } createTime }
        && serverTime - createTime > RetentionOfCanceled
        && serverTime - createTime < RetentionOfAll;

    /// <summary>Returns the claim of a call that ends without having found out more, or null if it goes on.</summary>
    private static CancelClaim? ClaimOfEnd(CancelFacts facts, CancelTime time)
    {
        if (facts.LastFailure?.BlockedFor >= time.Remaining && time.Remaining > TimeSpan.Zero)
        {
            return facts.ExpiresAt is null ? CancelClaim.Failed : CancelClaim.Unknown;
        }

        bool isLastLookup = facts is { LastEvent: CancelEvent.Lookup, IsOpen: true } && IsLastCancel(facts, time);
        if (time.Remaining > TimeSpan.Zero && !isLastLookup && !IsOpenAfterExpiry(facts, time))
        {
            return null;
        }

        return IsStillOpen(facts, time.VisibilityLag) ? CancelClaim.StillOpen : CancelClaim.Unknown;
    }

    private static bool IsOpenAfterExpiry(CancelFacts facts, CancelTime time) => facts.IsExpired && time.IsLastPart && IsStillOpen(facts, time.VisibilityLag);

    // A query may still show the former status of an order that a late copy has canceled.
    private static bool IsStillOpen(CancelFacts facts, TimeSpan visibilityLag) =>
        facts.IsOpen
        && !facts.MayStillBeExecuted
        && (facts.ExpiresAt is null || facts.LastSeenAt >= facts.ExpiresAt + visibilityLag);

    private static CancelStep AfterPause(CancelFacts facts, CancelTime time)
    {
        // The last part of the time is for a lookup after which no cancel can be executed any more.
        bool wouldSettle = time.IsLastPart || (IsForgottenByAge(facts, time.ServerTime) && facts.AbsentLookups > 0);
        if (wouldSettle && facts.MayStillBeExecuted && facts.ExpiresAt < time.End)
        {
            return CancelStep.WaitForExpiry;
        }

        if (facts.IsTriggering || (facts.IsCovered && !facts.IsOpen))
        {
            return CancelStep.LookUp;
        }

        if (!time.IsLastPart)
        {
            return CancelStep.Cancel(time.Reserve);
        }

        return IsLastCancel(facts, time) ? CancelStep.LookUp : CancelStep.Cancel(time.Remaining / 2);
    }

    private static bool IsLastCancel(CancelFacts facts, CancelTime time) => facts is { LastFailure.BlockedFor: null } && facts.LastCancelAt >= time.LastPartFrom;

    private static TimeSpan GetPause(CancelFacts facts, CancelTime time)
    {
        if (facts.LastFailure?.BlockedFor is { } blockedFor)
        {
            return blockedFor;
        }

        return facts switch
        {
            { IsTriggering: true } => time.Backoff,

            // Only a second cancel is urgent. A lookup without a pause could follow itself for the rest of the call.
            { LastFailure.Execution: ExecutionStatus.Unknown, Cancels: 1 } when AfterPause(facts, time).Kind == CancelStepKind.Cancel => TimeSpan.Zero,
            { AbsentSince: { } since, AbsentLookups: > 0 } =>
                LookupPauses.WithoutTrace(facts.AbsentLookups, since + time.VisibilityLag - time.Elapsed, Limit(time.Backoff, time)),
            _ => Limit(time.Backoff, time),
        };
    }

    // A pause leaves time for the last part, and in the last part for the last lookup.
    private static TimeSpan Limit(TimeSpan pause, CancelTime time) =>
        TimeMath.Min(pause, time.IsLastPart ? time.Remaining / 2 : time.Remaining - time.Reserve);
}

/// <summary>Contains the time of a call at the moment of a decision.</summary>
/// <param name="Elapsed">The time since the call began.</param>
/// <param name="Remaining">The rest of the call's time.</param>
/// <param name="Reserve">The last part of the call's time, in which the order is looked up for the last time.</param>
/// <param name="VisibilityLag">The time for which Binance may not yet show a change of an order.</param>
/// <param name="Backoff">The pause before the next retry.</param>
/// <param name="ServerTime">Binance's time.</param>
internal readonly record struct CancelTime(
    TimeSpan Elapsed, TimeSpan Remaining, TimeSpan Reserve, TimeSpan VisibilityLag, TimeSpan Backoff, DateTimeOffset ServerTime)
{
    public TimeSpan End => Elapsed + Remaining;

    public TimeSpan LastPartFrom => End - Reserve;

    public bool IsLastPart => Remaining <= Reserve;
}
