namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Compares the claim of a cancel with the truth: when the call returns, and whenever a copy is executed after that.</summary>
internal static class CancelTruth
{
    public static Lie LieAtReturn(in CancelState state, CancelFacts facts) => state.Claim switch
    {
        CancelClaim.Acknowledged => LieOfAcknowledgement(state, facts),
        CancelClaim.SeenCanceled or CancelClaim.Ended => LieOfInactive(state, OrderSnapshots.IndexOf(facts.LastKnown!)),
        CancelClaim.EndedByRetention => LieOfRetention(state),
        CancelClaim.Triggered when LieOfTriggered(state, facts.LastKnown!) is var lie and not Lie.None => lie,
        CancelClaim.Triggered when facts.LastSeen is null => LieOfAbsence(state, facts),
        CancelClaim.Triggered when OrderSnapshots.IndexOf(facts.LastSeen!) < state.MeantOrder => LieOfOlder(state),
        CancelClaim.NotFound when IsCanceledByCall(state, facts.EarlierOrder) => Lie.WasCanceled,
        CancelClaim.NotFound => LieOfAbsence(state, facts),
        CancelClaim.StillOpen => LieOfOpen(state, facts),
        CancelClaim.Failed => LieOfFailure(state, facts),
        _ => Lie.None,
    };

    /// <summary>Returns the lie that the execution of a copy on an order reveals.</summary>
    /// <param name="state">The state after the execution.</param>
    /// <param name="order">The order that the copy canceled, or -1 for the one that the user placed after the call.</param>
    public static Lie LieOfExecution(in CancelState state, int order)
    {
        if (state.Claim == CancelClaim.StillOpen && order >= 0)
        {
            return Lie.CanceledLater;
        }

        return state.Tick >= state.AdmittedUntil ? Lie.ExecutedLater : Lie.None;
    }

    /// <summary>Returns the last tick until which the outcome admits an execution, or -1 if it says that none can follow.</summary>
    public static int MayExecuteUntil(in CancelState state, CancelFacts facts)
    {
        int ofFacts = facts.MayStillBeExecuted ? (int)Math.Min(facts.ExpiresAt!.Value.TotalSeconds, byte.MaxValue - 1) : -1;
        int ofCopies = state.SeveralCopiesUntil == 0 ? -1 : state.SeveralCopiesUntil;
        return Math.Max(ofFacts, ofCopies);
    }

    // The acknowledgement names its order. Without having seen another one with the same client id, the call cannot know of it.
    private static Lie LieOfAcknowledgement(in CancelState state, CancelFacts facts)
    {
        int named = (int)facts.Acknowledgement!.AlgoId - 1;
        int seen = facts.LastSeen is null ? named : OrderSnapshots.IndexOf(facts.LastSeen);
        bool isTrue = state.Orders[named].Status.HasEndedWithoutTrade() && state.Orders[seen].Status.HasEndedWithoutTrade();
        return isTrue ? Lie.None : Lie.NotInactive;
    }

    // By client id, the outcome may be about an order that another party placed in the call, which it names. It says nothing about the one before then.
    private static Lie LieOfInactive(in CancelState state, int named)
    {
        bool wasPlacedInCall = state.Orders[named].PlacedAt > OrderState.BeforeCall;
        bool isTrue = state.Orders[named].Status.HasEndedWithoutTrade() && (wasPlacedInCall || state.Orders[state.MeantOrder].Status.HasEndedWithoutTrade());
        return isTrue ? Lie.None : Lie.NotInactive;
    }

    // That Binance shows every order that triggered rests on VisibilityLag. That its list shows every live one does, too.
    private static Lie LieOfRetention(in CancelState state)
    {
        OrderState meant = state.Orders[state.MeantOrder];
        if (meant.Status.HasEndedWithoutTrade())
        {
            return Lie.None;
        }

        bool isExcused = meant.Status == OrderStatus.New ? meant.ListFrom > Bounds.Lag : meant.QueryFrom > Bounds.Lag;
        return isExcused ? Lie.None : Lie.NotInactive;
    }

    private static Lie LieOfTriggered(in CancelState state, AlgoOrder shown) =>
        state.Orders[OrderSnapshots.IndexOf(shown)].HasTriggered ? Lie.None : Lie.NotTriggered;

    // The order that triggered had left its client id to the one that is meant.
    private static Lie LieOfOlder(in CancelState state)
    {
        OrderState meant = state.Orders[state.MeantOrder];
        int visibleFrom = Math.Max(meant.ListFrom, Math.Max(meant.QueryFrom, meant.CancelFrom));
        return meant.Status == OrderStatus.New && visibleFrom <= Bounds.Lag ? Lie.WasVisible : Lie.None;
    }

    private static bool IsCanceledByCall(in CancelState state, AlgoOrder? order) =>
        order is not null && state.Orders[OrderSnapshots.IndexOf(order)].WasCanceledByCall;

    private static Lie LieOfAbsence(in CancelState state, CancelFacts facts)
    {
        OrderState meant = state.Orders[state.MeantOrder];
        if (meant.Status != OrderStatus.New)
        {
            return Lie.None;
        }

        if (facts.LastSeen is { } seen && OrderSnapshots.IndexOf(seen) == state.MeantOrder)
        {
            return Lie.WasSeenLive;
        }

        int visibleFrom = Math.Max(meant.QueryFrom, meant.CancelFrom);
        visibleFrom = state.Request.HasSymbol ? Math.Max(visibleFrom, meant.ListFrom) : visibleFrom;
        return state.Tick - visibleFrom >= Bounds.Lag ? Lie.WasVisible : Lie.None;
    }

    private static Lie LieOfOpen(in CancelState state, CancelFacts facts)
    {
        OrderState seen = state.Orders[OrderSnapshots.IndexOf(facts.LastSeen!)];
        if (seen.Status == OrderStatus.New || seen.LagsTooLong)
        {
            return Lie.None;
        }

        // The query may lag. The list, on which a lookup relies, does not.
        int lag = state.Request.Mode == CancelMode.LookUpOnly ? 0 : Bounds.Lag;
        bool wasOpen = seen.LeftNewAt >= facts.LastSeenAt.TotalSeconds - lag;
        return wasOpen && !seen.WasCanceledByCall ? Lie.None : Lie.NotOpen;
    }

    // The exception says NotExecuted if no attempt of the call is unknown.
    private static Lie LieOfFailure(in CancelState state, CancelFacts facts) => SaysNotExecuted(facts) && state.WasExecuted ? Lie.WasExecuted : Lie.None;

    private static bool SaysNotExecuted(CancelFacts facts) => facts is { ExpiresAt: null, LastFailure.Execution: ExecutionStatus.NotExecuted };
}
