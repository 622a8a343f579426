namespace Binance.AlgoOrders;

/// <summary>Creates the outcome of a replacement from its facts.</summary>
internal static class ReplaceClaims
{
    /// <summary>Returns the outcome that a step claims, or null if the step is no claim.</summary>
    public static ReplaceAlgoOrderOutcome? Create(ReplaceStep step, ReplaceFacts facts) => step switch
    {
        ReplaceStep.ClaimReplaced => new ReplaceAlgoOrderOutcome.Replaced(OrderOf(facts.Replacement), facts.Current!),
        ReplaceStep.ClaimKept => new ReplaceAlgoOrderOutcome.Kept(OpenOrderOf(facts.Current), facts.Refusal),
        ReplaceStep.ClaimRestored => new ReplaceAlgoOrderOutcome.Restored(OrderOf(facts.Restored), facts.Refusal!),
        ReplaceStep.ClaimUnprotected => new ReplaceAlgoOrderOutcome.Unprotected(facts.Current!, facts.Refusal!),
        ReplaceStep.ClaimCurrentTriggered =>
            new ReplaceAlgoOrderOutcome.CurrentTriggered(((CancelAlgoOrderOutcome.Triggered)facts.Current!).Order, facts.ReplacementEnd),
        ReplaceStep.ClaimBoth => new ReplaceAlgoOrderOutcome.Both(OrderOf(facts.Replacement ?? facts.Bridge), OpenOrderOf(facts.Current)),
        ReplaceStep.ClaimUnknown => new ReplaceAlgoOrderOutcome.Unknown(facts.Replacement, facts.Current),
        _ => null,
    };

    /// <summary>Returns a placed order as it was last seen, or null if it was never seen.</summary>
    public static AlgoOrder? LastSeen(PlaceAlgoOrderOutcome outcome) => outcome switch
    {
        PlaceAlgoOrderOutcome.Resting resting => resting.Order,
        PlaceAlgoOrderOutcome.Triggered triggered => triggered.Order,
        PlaceAlgoOrderOutcome.Unknown unknown => unknown.LastSeen,
        _ => null,
    };

    private static AlgoOrder OrderOf(PlaceAlgoOrderOutcome? outcome) => LastSeen(outcome!)!;

    private static AlgoOrder OpenOrderOf(CancelAlgoOrderOutcome? outcome) => ((CancelAlgoOrderOutcome.StillOpen)outcome!).Order;
}
