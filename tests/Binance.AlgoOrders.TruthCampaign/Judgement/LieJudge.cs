using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares every claim of a client with the exchange's truth, after all that could still happen has happened.</summary>
internal static class LieJudge
{
    /// <summary>The lies that one call told; empty: none.</summary>
    /// <param name="cancels">The cancels of this call as the exchange saw them, also after its end.</param>
    /// <param name="call">The call.</param>
    public static IReadOnlyList<string> Lies(IEnumerable<SimulatedExchangeRecord> cancels, IPlayedCancel call)
    {
        var truth = new Truth(cancels, call);
        IEnumerable<string> lies = call switch
        {
            { Outcome: { } outcome } => new OutcomeJudge(call, truth).Lies(outcome),
            { Acknowledgement: { } acknowledgement } => LiesOf(acknowledgement, truth),
            { Failure: { } failure } => LiesOf(failure, call, truth),
            _ => ["brought neither an outcome nor an exception"],
        };
        return [.. lies];
    }

    private static IEnumerable<string> LiesOf(CancelAlgoOrderResult acknowledgement, Truth truth) =>
        truth.WasExecutedByThisCallUntilItsEnd && truth.IsAcknowledgedBy(acknowledgement)
            ? []
            : ["returns an acknowledgement, and no cancel of this order by this call was executed"];

    private static IEnumerable<string> LiesOf(Exception failure, IPlayedCancel call, Truth truth) => failure switch
    {
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } when truth.WasExecutedByThisCall =>
            [$"throws {failure.GetType().Name} with NotExecuted, and a cancel of this call was executed"],
        OperationCanceledException when call.GaveUp is null => ["throws as if its caller had given up"],
        AlgoOrderException or OperationCanceledException or RunsInCirclesException => [],
        _ => [$"throws {failure.GetType().Name}, which is not documented"],
    };
}
