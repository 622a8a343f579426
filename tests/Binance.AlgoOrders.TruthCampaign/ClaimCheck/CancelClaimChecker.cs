using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares every claim of a cancel with the state of the exchange, after all delayed requests have ended.</summary>
internal static class CancelClaimChecker
{
    /// <summary>Returns the false claims of one call.</summary>
    /// <param name="cancels">The cancels of this call that the exchange received, including those after its end.</param>
    /// <param name="call">The ended call.</param>
    public static IReadOnlyList<string> FalseClaims(IEnumerable<RecordedRequest> cancels, ICompletedCancel call)
    {
        var truth = new Truth(cancels, call, call.Acknowledgement?.AlgoId ?? OutcomeClaimChecker.NamedBy(call.Outcome));
        IEnumerable<string> claims = call switch
        {
            { Outcome: { } outcome } => new OutcomeClaimChecker(call, truth).FalseClaims(outcome),
            { Acknowledgement: { } acknowledgement } => FalseClaimsOf(acknowledgement, truth),
            { Failure: { } failure } => FalseClaimsOf(failure, call, truth),
            _ => ["returns neither an outcome nor an exception"],
        };
        return [.. claims];
    }

    private static IEnumerable<string> FalseClaimsOf(CancelAlgoOrderResult acknowledgement, Truth truth)
    {
        if (!truth.WasExecutedByThisCallUntilItsEnd || !truth.IsAcknowledgedBy(acknowledgement))
        {
            yield return "returns an acknowledgement, but no cancel of this order by this call was executed";
        }

        if (truth.LaterOrdersCanceledAfter(acknowledgement.MayExecuteUntil).Any())
        {
            yield return "returns an acknowledgement, and a late copy cancels an order that was placed after the return";
        }
    }

    private static IEnumerable<string> FalseClaimsOf(Exception failure, ICompletedCancel call, Truth truth) => failure switch
    {
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } when truth.WasExecutedByThisCall =>
            [$"throws {failure.GetType().Name} with NotExecuted, but a cancel of this call was executed"],
        OperationCanceledException when call.GaveUp is null => ["throws OperationCanceledException without a cancellation of its caller"],
        AlgoOrderException or OperationCanceledException or BusyLoopException => [],
        _ => [$"throws {failure.GetType().Name}, which is not documented"],
    };
}
