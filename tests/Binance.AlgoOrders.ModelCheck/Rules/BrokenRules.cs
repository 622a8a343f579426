namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Lists the rules of a cancel that the check breaks, one at a time.</summary>
internal static class BrokenRules
{
    private static readonly CancelAlgoOrderResult Acknowledgement = new() { AlgoId = 1, ClientAlgoId = Scenario.ClientId, Code = "200", Message = "success" };

    public static IReadOnlyList<BrokenRule> All { get; } =
    [
        new("a lost response counts as an acknowledgement") { AfterCancel = AcknowledgeUnknown },
        new("a cancel of an order that is not found counts as an acknowledgement") { AfterCancel = AcknowledgeNotFound },
        new("the order is not pinned to its algoId when it is seen") { IdOf = static facts => facts.RequestedId },
        new("the last change of a triggered order counts as its end") { Seen = static order => order with { TriggerTime = null } },
        new("an order that ended before the call counts as canceled") { Seen = static order => order with { UpdateTime = order.UpdateTime + Bounds.Ticks(5) } },
        new("an order that ended when the call began counts as ended before it")
        {
            Next = static (facts, time) => CancelDecision.Next(facts, time) is { Claim: CancelClaim.SeenCanceled } && facts.LastSeen is null
                ? CancelStep.To(CancelClaim.NotFound)
                : CancelDecision.Next(facts, time),
        },
        new("FINISHED counts as ended")
        {
            Seen = static order => order.Status == AlgoOrderStatus.Finished ? order with { Status = AlgoOrderStatus.Expired } : order,
        },
        new("TRIGGERING counts as rejected")
        {
            Seen = static order => order.Status == AlgoOrderStatus.Triggering ? order with { Status = AlgoOrderStatus.Rejected } : order,
        },
        new("NotFound after one lookup")
        {
            Next = static (facts, time) => facts is { AbsentLookups: 1, LastSeen: null, WasLive: false, LastEvent: CancelEvent.Lookup }
                ? CancelStep.To(CancelClaim.NotFound)
                : CancelDecision.Next(facts, time),
        },
        new("NotFound before VisibilityLag is over") { Next = static (facts, time) => CancelDecision.Next(facts, time with { VisibilityLag = TimeSpan.Zero }) },
        new("NotFound without the open list") { SkipsList = true },
        new("NotFound of an order that the call saw live")
        {
            Next = static (facts, time) => facts is { AbsentLookups: > 0, LastSeen: not null } ? CancelStep.To(CancelClaim.NotFound) : CancelDecision.Next(facts, time),
        },
        new("StillOpen before the copies expired")
        {
            Next = static (facts, time) => facts is { LastEvent: CancelEvent.Lookup, IsOpen: true, MayStillBeExecuted: true }
                ? CancelStep.To(CancelClaim.StillOpen)
                : CancelDecision.Next(facts, time),
        },
        new("StillOpen less than VisibilityLag after the copies expired")
        {
            Next = static (facts, time) => facts is { LastEvent: CancelEvent.Lookup, IsOpen: true, IsExpired: true }
                ? CancelStep.To(CancelClaim.StillOpen)
                : CancelDecision.Next(facts, time),
        },
        new("EndedByRetention without the open list")
        {
            SkipsList = true,
            Next = static (facts, time) => CancelDecision.Next(facts, time) is { Claim: CancelClaim.NotFound } ? CancelStep.To(CancelClaim.Unknown) : CancelDecision.Next(facts, time),
        },
        new("EndedByRetention of a young order")
        {
            Next = static (facts, time) => CancelDecision.Next(facts, time with { ServerTime = time.ServerTime.AddDays(10) }),
        },
        new("EndedByRetention after one lookup")
        {
            Next = static (facts, time) => facts is { AbsentLookups: 1, WasLive: true, LastEvent: CancelEvent.Lookup }
                ? CancelStep.To(CancelClaim.EndedByRetention)
                : CancelDecision.Next(facts, time),
        },
        new("EndedByRetention of an order that was not seen live")
        {
            Next = static (facts, time) => facts is { AbsentLookups: > 1, WasLive: false, LastSeen: null, IsAbsentFromOpenOrders: true }
                ? CancelStep.To(CancelClaim.EndedByRetention)
                : CancelDecision.Next(facts, time),
        },
        new("a lookup relies on the query instead of the open list")
        {
            Next = static (facts, time) => facts is { Mode: CancelMode.LookUpOnly, LastEvent: CancelEvent.Lookup, IsOpen: true }
                ? CancelStep.To(CancelClaim.StillOpen)
                : CancelDecision.Next(facts, time),
        },
        new("the outcome does not say until when copies may be executed") { ForgetsCopies = true },
        new("an unknown cancel counts as not executed")
        {
            AfterCancel = static (facts, failure, at, expiresAt) => facts.AfterCancel(failure with { Execution = ExecutionStatus.NotExecuted }, at, expiresAt),
        },
        new("StillOpen although another copy is in progress")
        {
            Next = static (facts, time) => facts is { LastEvent: CancelEvent.Lookup, IsOpen: true, LastFailure.HasOtherInProgress: true }
                ? CancelStep.To(CancelClaim.StillOpen)
                : CancelDecision.Next(facts, time),
        },
        new("a response to one copy counts as one to all copies")
        {
            AfterCancel = static (facts, failure, at, expiresAt) => facts.AfterCancel(failure with { HasOtherInProgress = false }, at, expiresAt),
        },
        new("an order that one copy does not find counts as canceled by another copy") { AfterCancel = AcknowledgeNotFoundByHedge },
        new("the outcome of an acknowledged cancel does not say until when another copy may be executed") { ForgetsOtherCopies = true },
    ];

    private static CancelFacts AcknowledgeUnknown(CancelFacts facts, AttemptFacts failure, TimeSpan at, TimeSpan expiresAt)
    {
        CancelFacts next = facts.AfterCancel(failure, at, expiresAt);
        return failure.Execution == ExecutionStatus.Unknown ? next.AfterAcknowledgement(Acknowledgement) : next;
    }

    private static CancelFacts AcknowledgeNotFound(CancelFacts facts, AttemptFacts failure, TimeSpan at, TimeSpan expiresAt)
    {
        CancelFacts next = facts.AfterCancel(failure, at, expiresAt);
        return failure.IsNotFound ? next.AfterAcknowledgement(Acknowledgement) : next;
    }

    private static CancelFacts AcknowledgeNotFoundByHedge(CancelFacts facts, AttemptFacts failure, TimeSpan at, TimeSpan expiresAt)
    {
        CancelFacts next = facts.AfterCancel(failure, at, expiresAt);
        return failure is { IsNotFound: true, HasOtherInProgress: true } ? next.AfterAcknowledgement(Acknowledgement) : next;
    }
}
