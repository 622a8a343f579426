namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Breaks one rule of the decision of a cancel of all orders.</summary>
/// <param name="name">The rule as it is broken.</param>
internal sealed class BrokenClearRule(string name)
{
    public string Name => name;

    /// <summary>Gets the function that returns the facts after a failed cancel of all orders.</summary>
    public Func<ClearFacts, TimeSpan?, ClearFacts> AfterFailure { get; init; } = static (facts, expiresAt) => facts.AfterFailure(expiresAt);

    /// <summary>Gets the function that returns the facts after an acknowledgement.</summary>
    public Func<ClearFacts, TimeSpan, ClearFacts> AfterAcknowledgement { get; init; } = static (facts, at) => facts.AfterAcknowledgement(at);

    /// <summary>Gets the function that returns the next step.</summary>
    public Func<ClearFacts, CancelTime, ClearStep> Next { get; init; } = ClearDecision.Next;

    /// <summary>Gets the rules that the check breaks, one at a time.</summary>
    public static IReadOnlyList<BrokenClearRule> All { get; } =
    [
        new("IsClear without an acknowledgement")
        {
            Next = static (facts, time) => facts is { AcknowledgedAt: null, ExpiresAt: null, Unsettled: 0, EmptyLists: > 1 } && facts.EmptyUntil - facts.EmptySince >= time.VisibilityLag
                ? ClearStep.ClaimClear
                : ClearDecision.Next(facts, time),
        },
        new("IsClear with a list read before the acknowledgement")
        {
            Next = static (facts, time) => facts is { LastEvent: ClearEvent.CancelAll, AcknowledgedAt: not null, ExpiresAt: null }
                ? ClearStep.ClaimClear
                : ClearDecision.Next(facts, time),
        },
        new("IsClear before the copies expired") { AfterFailure = static (facts, _) => facts.AfterFailure(expiresAt: null) },
        new("IsClear after one empty list")
        {
            Next = static (facts, time) => facts is { LastEvent: ClearEvent.List, EmptyLists: 1, AcknowledgedAt: not null, Unsettled: 0, ExpiresAt: null }
                ? ClearStep.ClaimClear
                : ClearDecision.Next(facts, time),
        },
        new("IsClear with lists closer than VisibilityLag") { Next = static (facts, time) => ClearDecision.Next(facts, time with { VisibilityLag = TimeSpan.Zero }) },
        new("IsClear with an order that was seen and is not settled")
        {
            Next = static (facts, time) => facts is { LastEvent: ClearEvent.Settle, Unsettled: > 0, AcknowledgedAt: not null }
                ? ClearStep.ClaimClear
                : ClearDecision.Next(facts, time),
        },
        new("a cancel of all orders is repeated while a copy may be executed")
        {
            Next = static (facts, time) => facts is { LastEvent: ClearEvent.Pause, AcknowledgedAt: null, ExpiresAt: not null } && time.Remaining > TimeSpan.Zero
                ? ClearStep.CancelAll
                : ClearDecision.Next(facts, time),
        },
    ];
}
