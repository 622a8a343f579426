namespace Binance.AlgoOrders;

// What the absence of an order says.
internal static partial class CancelDecision
{
    private const int MinLookups = 2;

    // Binance forgets canceled and expired orders 3 days after their placement, and all orders after 90 days.
    private static readonly TimeSpan RetentionOfCanceled = TimeSpan.FromDays(3);
    private static readonly TimeSpan RetentionOfAll = TimeSpan.FromDays(90);

    // The age of an order that is gone decides what its absence says.
    private static bool NeedsClock(CancelFacts facts, CancelTime time)
    {
        bool dependsOnClock = facts is { AbsentLookups: > 0, IsClockRead: false, IsClockUnreadable: false }
            && GetAge(facts, time) > RetentionOfCanceled - time.ClockError
            && !IsForgottenByAge(facts, time);
        return facts.UndatedOrder is not null || dependsOnClock;
    }

    private static CancelClaim? ClaimOfAbsence(CancelFacts facts, CancelTime time)
    {
        if (facts.AbsentSince is not { } since || facts.AbsentLookups < MinLookups)
        {
            return null;
        }

        if (facts.WasLive)
        {
            return ClaimOfForgotten(facts, time);
        }

        if (facts.LastSeen is not null || facts.AbsentUntil - since < time.VisibilityLag)
        {
            return null;
        }

        return ClaimOfEarlierOrder(facts) ?? CancelClaim.NotFound;
    }

    // No newer order of the client id can be invisible any more.
    private static CancelClaim? ClaimOfEarlierOrder(CancelFacts facts) => facts.EarlierOrder?.Status.Known switch
    {
        AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished => CancelClaim.Triggered,
        AlgoOrderStatus.Canceled when facts.MayHaveEndedInCall => CancelClaim.SeenCanceled,
        AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired when facts.MayHaveEndedInCall => CancelClaim.Ended,
        _ => null,
    };

    // Binance keeps every order that triggered. An old order that was live and is gone has therefore ended without a trade, and no late copy of a cancel
    // changes that.
    private static CancelClaim? ClaimOfForgotten(CancelFacts facts, CancelTime time) => facts switch
    {
        { IsAbsentFromOpenOrders: true } when IsForgottenByAge(facts, time) && facts.HasNoSuccessor(time.VisibilityLag) => CancelClaim.EndedByRetention,
        _ => null,
    };

    private static bool IsForgottenByAge(CancelFacts facts, CancelTime time) =>
        GetAge(facts, time) > RetentionOfCanceled + time.ClockError && GetAge(facts, time) < RetentionOfAll - time.ClockError;

    private static TimeSpan? GetAge(CancelFacts facts, CancelTime time) => facts.WasLive ? time.ServerTime - facts.CreateTime : null;
}
