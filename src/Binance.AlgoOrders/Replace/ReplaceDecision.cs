namespace Binance.AlgoOrders;

/// <summary>
/// Decides about the next step of a replacement, or about its claim. The decision is a pure function of the facts, so that it can be checked for every
/// combination.
/// </summary>
internal static class ReplaceDecision
{
    public static ReplaceStep Next(ReplaceFacts facts) => facts switch
    {
        // Another order would open a position instead of protecting one.
        { Current: CancelAlgoOrderOutcome.Triggered } => AfterTrigger(facts),
        { Sequence: ReplaceSequence.Bridge } => OverBridge(facts),
        { Sequence: ReplaceSequence.CancelFirst } => CancelFirst(facts),
        _ => PlaceFirst(facts),
    };

    private static ReplaceStep AfterTrigger(ReplaceFacts facts) => facts switch
    {
        { ReplacementEnd: null } when ReplaceFacts.MayBeLive(facts.Replacement) => ReplaceStep.CancelReplacement,
        { BridgeEnd: null } when ReplaceFacts.MayBeLive(facts.Bridge) => ReplaceStep.CancelBridge,
        _ => ReplaceStep.ClaimCurrentTriggered,
    };

    private static ReplaceStep PlaceFirst(ReplaceFacts facts) => facts.Replacement switch
    {
        null => ReplaceStep.PlaceReplacement,
        PlaceAlgoOrderOutcome.Resting or PlaceAlgoOrderOutcome.Triggered => AfterPlacement(facts),
        PlaceAlgoOrderOutcome.Unknown => WhileUnknown(facts),
        _ => AfterRefusal(facts),
    };

    private static ReplaceStep AfterPlacement(ReplaceFacts facts) => facts.Current switch
    {
        null => ReplaceStep.CancelCurrent,
        _ when facts.IsCurrentGone => ReplaceStep.ClaimReplaced,
        CancelAlgoOrderOutcome.StillOpen when facts.Replacement is PlaceAlgoOrderOutcome.Resting => ReplaceStep.ClaimBoth,
        _ => ReplaceStep.ClaimUnknown,
    };

    // The current order is not touched while it is unknown whether another one was placed.
    private static ReplaceStep WhileUnknown(ReplaceFacts facts) => facts.Current is null ? ReplaceStep.LookUpCurrent : ReplaceStep.ClaimUnknown;

    private static ReplaceStep AfterRefusal(ReplaceFacts facts) => facts.Current switch
    {
        null => ReplaceStep.LookUpCurrent,
        CancelAlgoOrderOutcome.StillOpen => ReplaceStep.ClaimKept,
        _ when facts.IsCurrentGone => ReplaceStep.ClaimUnprotected,
        _ => ReplaceStep.ClaimUnknown,
    };

    private static ReplaceStep CancelFirst(ReplaceFacts facts) => facts.Current switch
    {
        null => ReplaceStep.CancelCurrent,
        _ when facts.IsCurrentGone => AfterCancel(facts),
        CancelAlgoOrderOutcome.StillOpen => ReplaceStep.ClaimKept,

        // A position without an order costs more than a second order.
        CancelAlgoOrderOutcome.NotFound when facts.Replacement is null => ReplaceStep.PlaceReplacement,
        _ => ReplaceStep.ClaimUnknown,
    };

    private static ReplaceStep AfterCancel(ReplaceFacts facts) => facts.Replacement switch
    {
        null => ReplaceStep.PlaceReplacement,
        PlaceAlgoOrderOutcome.Resting or PlaceAlgoOrderOutcome.Triggered => ReplaceStep.ClaimReplaced,
        PlaceAlgoOrderOutcome.Unknown => ReplaceStep.ClaimUnknown,
        _ => AfterLoss(facts),
    };

    // The current order is gone, and the replacement was refused.
    private static ReplaceStep AfterLoss(ReplaceFacts facts) => facts.Restored switch
    {
        null when facts is { CanRestore: true, Current.IsInactive: true } => ReplaceStep.Restore,
        PlaceAlgoOrderOutcome.Resting or PlaceAlgoOrderOutcome.Triggered => ReplaceStep.ClaimRestored,
        PlaceAlgoOrderOutcome.Unknown => ReplaceStep.ClaimUnknown,
        _ => ReplaceStep.ClaimUnprotected,
    };

    private static ReplaceStep OverBridge(ReplaceFacts facts) => facts.Bridge switch
    {
        null => ReplaceStep.PlaceBridge,
        PlaceAlgoOrderOutcome.Resting => WithBridge(facts),
        PlaceAlgoOrderOutcome.Unknown => WhileUnknown(facts),

        // One that has triggered shows that the replacement would trigger too.
        _ => AfterRefusal(facts),
    };

    private static ReplaceStep WithBridge(ReplaceFacts facts)
    {
        ReplaceStep next = CancelFirst(facts);
        bool isBridgeNeeded = next is not (ReplaceStep.ClaimReplaced or ReplaceStep.ClaimRestored or ReplaceStep.ClaimKept);
        return (facts.BridgeEnd, next) switch
        {
            _ when isBridgeNeeded => next,
            (null, _) => ReplaceStep.CancelBridge,
            ({ IsInactive: true } or CancelAlgoOrderOutcome.Triggered, _) => next,
            (CancelAlgoOrderOutcome.StillOpen, ReplaceStep.ClaimKept) => ReplaceStep.ClaimBoth,
            _ => ReplaceStep.ClaimUnknown,
        };
    }
}
