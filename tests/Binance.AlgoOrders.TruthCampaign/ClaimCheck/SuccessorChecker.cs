using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Checks that a call keeps to the order that it has seen under a client id, although the id is used again during the call.</summary>
internal static class SuccessorChecker
{
    public static IReadOnlyList<string> FalseClaims(ScenarioRun scenario, CancelCall call)
    {
        SentRequest? seen = scenario.Sent.Where(sent => sent.Caller == call && sent is { SeenNew: true, SeenAt: not null } && IsUsed(sent, call)).MinBy(sent => sent.SeenAt);
        if (seen is null)
        {
            return [];
        }

        bool isSuccessorCanceled = scenario.CancelsOf(call).Any(record =>
            scenario.SenderOf(record)?.SentAt > seen.SeenAt && record.CanceledOrders.Any(canceled => IsSuccessor(canceled, seen, call)));
        return isSuccessorCanceled ? ["cancels an order that was placed after the one that the call had seen under the client id"] : [];
    }

    // The response to a request that was sent twice may have come after that of the other attempt.
    private static bool IsUsed(SentRequest sent, CancelCall call) => call.Outcome is not { } outcome || outcome.Attempts.Any(attempt =>
        attempt.Execution == ExecutionStatus.Succeeded && attempt.StartedAt <= sent.SentOn && sent.SeenOn <= attempt.StartedAt + attempt.Duration);

    // Times on the wire have whole milliseconds, so that nothing tells an order that is placed as the call begins from one that was there.
    private static bool IsSuccessor(SimulatedOrder canceled, SentRequest seen, CancelCall call) =>
        canceled.AlgoId > seen.SeenOrder && !call.World.AtStart.Contains(canceled) && canceled.CreatedAt > call.Start.Exchange + Truth.ClockResolution;
}
