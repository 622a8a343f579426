namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Breaks one rule of the decision of a replacement.</summary>
/// <param name="name">The rule as it is broken.</param>
internal sealed class BrokenReplaceRule(string name)
{
    public string Name => name;

    /// <summary>Gets the function that changes the facts before the decision and the claim.</summary>
    public Func<ReplaceFacts, ReplaceFacts> Seen { get; init; } = static facts => facts;

    /// <summary>Gets the function that returns the next step.</summary>
    public Func<ReplaceFacts, ReplaceStep> Next { get; init; } = ReplaceDecision.Next;

    /// <summary>Gets the rules that the check breaks, one at a time.</summary>
    public static IReadOnlyList<BrokenReplaceRule> All { get; } =
    [
        new("a replacement that may have been placed counts as placed")
        {
            Seen = static facts => facts is { Replacement: PlaceAlgoOrderOutcome.Unknown } ? facts with { Replacement = ReplaceOutcomes.Resting } : facts,
        },
        new("the replacement is placed while the current order may be live")
        {
            Seen = static facts => facts is { Sequence: ReplaceSequence.CancelFirst, Current: CancelAlgoOrderOutcome.Unknown }
                ? facts with { Current = ReplaceOutcomes.Canceled }
                : facts,
        },
        new("the replacement stays after the current order has triggered")
        {
            Next = static facts => ReplaceDecision.Next(facts) is ReplaceStep.CancelReplacement ? ReplaceStep.ClaimCurrentTriggered : ReplaceDecision.Next(facts),
        },
        new("the bridge stays after the replacement was placed")
        {
            Seen = static facts => facts is { Bridge: PlaceAlgoOrderOutcome.Resting, Replacement: PlaceAlgoOrderOutcome.Resting }
                ? facts with { BridgeEnd = ReplaceOutcomes.Canceled }
                : facts,
        },
        new("Kept without a look at the current order")
        {
            Seen = static facts => facts is { Refusal: not null, Current: null } ? facts with { Current = ReplaceOutcomes.StillOpen } : facts,
        },
        new("Unprotected although the restored order may be live")
        {
            Seen = static facts => facts is { Restored: PlaceAlgoOrderOutcome.Unknown } ? facts with { Restored = ReplaceOutcomes.Refused } : facts,
        },
        new("Replaced although the current order is live")
        {
            Seen = static facts => facts is { Replacement: PlaceAlgoOrderOutcome.Resting, Current: CancelAlgoOrderOutcome.StillOpen }
                ? facts with { Current = ReplaceOutcomes.Canceled }
                : facts,
        },
        new("the current order is canceled before the bridge is placed")
        {
            Next = static facts => facts is { Sequence: ReplaceSequence.Bridge, Bridge: null, Current: null } ? ReplaceStep.CancelCurrent : ReplaceDecision.Next(facts),
        },
    ];
}
