namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Compares the claim of a replacement with the truth.</summary>
internal static class ReplaceLies
{
    public static Lie Of(in ReplaceState state, ReplaceFacts facts)
    {
        Lie lie = OfCase(state);
        if (lie != Lie.None)
        {
            return lie;
        }

        return OfOutcome(state, facts, ReplaceClaims.Create(state.Step, facts)!);
    }

    /// <summary>Without faults and changes, placing first and a bridge protect the position at every moment.</summary>
    public static Lie OfProtection(in ReplaceState state)
    {
        bool isPromised = state is { Sequence: not ReplaceSequence.CancelFirst, Faults: 0, Changes: 0 };
        return isPromised && state.WasLiveAtStart && !IsAnyLive(state) ? Lie.Naked : Lie.None;
    }

    private static Lie OfCase(in ReplaceState state)
    {
        ReplaceOrder current = state.Orders[ReplaceState.Current];
        ReplaceOrder replacement = state.Orders[ReplaceState.Replacement];
        return state.Step switch
        {
            ReplaceStep.ClaimReplaced or ReplaceStep.ClaimRestored or ReplaceStep.ClaimUnprotected when current.Status is ReplaceOrderStatus.New or ReplaceOrderStatus.Triggered => Lie.NotGone,
            ReplaceStep.ClaimReplaced when replacement.Status == ReplaceOrderStatus.Absent => Lie.NotPlaced,
            ReplaceStep.ClaimKept when !current.WasLeftLive => Lie.NotLive,
            ReplaceStep.ClaimKept or ReplaceStep.ClaimRestored or ReplaceStep.ClaimUnprotected when replacement.IsLive => Lie.NotGone,
            ReplaceStep.ClaimBoth when !current.WasLeftLive => Lie.NotLive,
            ReplaceStep.ClaimCurrentTriggered when current.Status != ReplaceOrderStatus.Triggered => Lie.NotTriggered,
            _ => Lie.None,
        };
    }

    private static Lie OfOutcome(in ReplaceState state, ReplaceFacts facts, ReplaceAlgoOrderOutcome outcome)
    {
        bool isUnnamed = (state.Orders[ReplaceState.Bridge].IsLive && !facts.MayHaveBridge) || (state.Orders[ReplaceState.Restored].IsLive && !facts.MayHaveRestored);
        bool isReplacementTold = outcome is ReplaceAlgoOrderOutcome.Unknown or ReplaceAlgoOrderOutcome.Both or ReplaceAlgoOrderOutcome.Replaced
            || outcome is ReplaceAlgoOrderOutcome.CurrentTriggered { Replacement.IsInactive: false };
        bool areTwoLive = state.Orders[ReplaceState.Current].IsLive && state.Orders[ReplaceState.Replacement].IsLive;
        return outcome switch
        {
            _ when isUnnamed => Lie.NotNamed,
            _ when state.Orders[ReplaceState.Replacement].IsLive && !isReplacementTold => Lie.NotNamed,
            _ when areTwoLive && outcome is not (ReplaceAlgoOrderOutcome.Unknown or ReplaceAlgoOrderOutcome.Both) => Lie.TwoLive,
            { IsProtected: true } when !IsAnyLeftLive(state) => Lie.NotLive,
            { IsProtected: false } when IsAnyLive(state) && !facts.MayHaveBridge => Lie.NotNaked,
            _ => Lie.None,
        };
    }

    private static bool IsAnyLive(in ReplaceState state)
    {
        bool isAny = false;
        for (int order = 0; order < ReplaceState.Count; order++)
        {
            isAny |= state.Orders[order].IsLive;
        }

        return isAny;
    }

    private static bool IsAnyLeftLive(in ReplaceState state)
    {
        bool isAny = false;
        for (int order = 0; order < ReplaceState.Count; order++)
        {
            isAny |= state.Orders[order].WasLeftLive;
        }

        return isAny;
    }
}
