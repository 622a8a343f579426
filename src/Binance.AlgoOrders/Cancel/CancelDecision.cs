using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders;

/// <summary>
/// Decides about the next step of a cancel, or about its claim. The decision is a pure function of the facts and the time, so that it can be checked for
/// every reachable state.
/// </summary>
internal static partial class CancelDecision
{
    private const int CancelsPerLookup = 3;

    public static CancelStep Next(CancelFacts facts, CancelTime time)
    {
        if (facts.LastFailure is { IsPermanent: true })
        {
            return CancelStep.To(CancelClaim.Failed);
        }

        if (NeedsClock(facts, time) && time.Remaining > TimeSpan.Zero)
        {
            return CancelStep.ReadClock;
        }

        if (ClaimOf(facts, time) is { } claim)
        {
            return CancelStep.To(claim);
        }

        return facts.LastEvent switch
        {
            CancelEvent.Begin when facts.Mode == CancelMode.Cancel => CancelStep.Cancel(time.Reserve),
            CancelEvent.Begin or CancelEvent.Expiry => CancelStep.LookUp,
            CancelEvent.Cancel when NeedsLookup(facts) || IsLastCancel(facts, time) => CancelStep.LookUp,
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

        if (facts is { Mode: CancelMode.LookUpOnly, IsOpen: true, IsListed: true })
        {
            return CancelClaim.StillOpen;
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

    /// <summary>Returns the claim of a call that ends without having found out more, or null if it goes on.</summary>
    private static CancelClaim? ClaimOfEnd(CancelFacts facts, CancelTime time)
    {
        if (facts.LastFailure?.BlockedFor >= time.Remaining && time.Remaining > TimeSpan.Zero)
        {
            return facts switch
            {
                { ExpiresAt: null } => CancelClaim.Failed,
                _ => CancelClaim.Unknown,
            };
        }

        bool isLastLookup = facts is { LastEvent: CancelEvent.Lookup, IsOpen: true } && IsLastCancel(facts, time);
        if (time.Remaining > TimeSpan.Zero && !isLastLookup && !IsOpenAfterExpiry(facts, time))
        {
            return null;
        }

        if (IsStillOpen(facts, time.VisibilityLag))
        {
            return CancelClaim.StillOpen;
        }

        return CancelClaim.Unknown;
    }

    private static bool IsOpenAfterExpiry(CancelFacts facts, CancelTime time) => facts.IsExpired && time.IsLastPart && IsStillOpen(facts, time.VisibilityLag);

    // A query may still show the former status of an order that a late copy has canceled.
    private static bool IsStillOpen(CancelFacts facts, TimeSpan visibilityLag) =>
        facts is { IsOpen: true, Mode: not CancelMode.LookUpOnly }
        && facts.IsMeant(visibilityLag)
        && facts.LastSeenAt >= (facts.LastCancelAt ?? TimeSpan.Zero)
        && !facts.MayStillBeExecuted
        && (facts.ExpiresAt is null || facts.LastSeenAt >= facts.ExpiresAt + visibilityLag);

    // Cancels that fail again and again do not show whether the order is still there.
    private static bool NeedsLookup(CancelFacts facts) =>
        facts.LastFailure!.Value.NeedsLookup || (facts.LastFailure.Value.BlockedFor is null && facts.Cancels % CancelsPerLookup == 0);

    private static CancelStep AfterPause(CancelFacts facts, CancelTime time)
    {
        // The last part of the time is for a lookup after which no cancel can be executed any more.
        if (time.IsLastPart && facts.MayStillBeExecuted && facts.ExpiresAt < time.End)
        {
            return CancelStep.WaitForExpiry;
        }

        if (LooksOnly(facts) || IsLastCancel(facts, time))
        {
            return CancelStep.LookUp;
        }

        return CancelStep.Cancel(time.NextReserve);
    }

    // Another cancel would be too late, could hit another order, or is not needed.
    private static bool LooksOnly(CancelFacts facts) => facts.IsTriggering || facts.IsIdReused || facts.Mode switch
    {
        CancelMode.LookUpOnly => true,
        CancelMode.LookUpFirst => !facts.IsOpen,
        _ => false,
    };

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
            { LastFailure.Execution: ExecutionStatus.Unknown, Cancels: 1, Pauses: 0 } when !LooksOnly(facts) => TimeSpan.Zero,
            { AbsentSince: { } since, AbsentLookups: > 0 } =>
                LookupPauses.WithoutTrace(facts.AbsentLookups, since + time.VisibilityLag - time.Elapsed, Limit(time.Backoff, time)),
            _ => Limit(time.Backoff, time),
        };
    }

    // A pause leaves time for the last part, and in the last part for the last lookup.
    private static TimeSpan Limit(TimeSpan pause, CancelTime time) => TimeMath.Min(pause, time.Remaining - time.NextReserve);
}
