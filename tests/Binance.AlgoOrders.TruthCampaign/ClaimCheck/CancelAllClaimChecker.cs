using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares the claims of a cancel of all orders with the state of the exchange, after all delayed requests have ended.</summary>
internal static class CancelAllClaimChecker
{
    public static IReadOnlyList<string> FalseClaims(ScenarioRun scenario, CancelAllCall call)
    {
        RecordedRequest[] executed = [.. scenario.CancelsOf(call).Where(record => record.IsExecuted)];
        IEnumerable<string> claims = call switch
        {
            { Outcome: { } outcome } => FalseClaimsOf(outcome, call, executed),
            { Acknowledgement: not null } => FalseClaimsOfAcknowledgement(call, executed, IsAcknowledgementForged(scenario, call)),
            { Failure: { } failure } => FalseClaimsOf(failure, call, executed),
            _ => [$"{NameOf(call)} returns neither an outcome nor an exception"],
        };
        bool isOtherSymbolCanceled = executed.SelectMany(record => record.CanceledOrders).Any(order => order.Symbol != call.Plan.Symbol);
        return isOtherSymbolCanceled ? [.. claims, $"{NameOf(call)} cancels an order of another symbol"] : [.. claims];
    }

    private static string NameOf(CancelAllCall call) => call.Plan.IsEnsured ? "EnsureAllCanceledAsync" : "CancelAllAsync";

    private static IEnumerable<string> FalseClaimsOf(CancelAllAlgoOrdersOutcome outcome, CancelAllCall call, RecordedRequest[] executed)
    {
        var triggered = outcome.Triggered.Select(result => (result.Id as AlgoOrderId.ByAlgoId)?.AlgoId).ToHashSet();
        SimulatedOrder[] live = [.. LiveAtEnd(call).Where(order => !triggered.Contains(order.AlgoId))];
        if (outcome.IsClear && Array.Exists(live, call.World.AtStart.Contains))
        {
            yield return "EnsureAllCanceledAsync reports IsClear, but an order from before the call is live";
        }
        else if (outcome.IsClear && live.Length > 0)
        {
            yield return "EnsureAllCanceledAsync reports IsClear, but an order that every view contained in time is live";
        }

        DateTimeOffset? until = MayExecuteUntil.Of(outcome);
        if (executed.Any(record => (until is null || record.ProcessedAt > until) && CancelsLaterOrder(record, call)))
        {
            yield return "EnsureAllCanceledAsync reports IsClear, and a late copy cancels an order that was placed after the return";
        }
    }

    private static IEnumerable<string> FalseClaimsOfAcknowledgement(CancelAllCall call, RecordedRequest[] executed, bool isForged)
    {
        if (!isForged && call.World.AtStart.Any(order => IsOfSymbol(order, call) && order.CancelableFrom <= call.Start.Exchange && IsNewAtEnd(order, call)))
        {
            yield return "CancelAllAsync returns an acknowledgement, but an order that could be canceled before is open";
        }

        if (executed.Any(record => CancelsLaterOrder(record, call)))
        {
            yield return "CancelAllAsync returns an acknowledgement, and a late copy cancels an order that was placed after the return";
        }
    }

    // The acknowledgement names no order, so a client cannot tell that of another request from its own.
    private static bool IsAcknowledgementForged(ScenarioRun scenario, CancelAllCall call) =>
        scenario.CancelsOf(call).Any(record => record.Fault == Fault.WrongIdAcknowledgement(executed: false).Name);

    private static IEnumerable<string> FalseClaimsOf(Exception failure, CancelAllCall call, RecordedRequest[] executed) => failure switch
    {
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } when executed.Length > 0 =>
            [$"{NameOf(call)} throws {failure.GetType().Name} with NotExecuted, but a cancel of this call was executed"],
        OperationCanceledException when call.GaveUp is null => [$"{NameOf(call)} throws OperationCanceledException without a cancellation of its caller"],
        AlgoOrderException or OperationCanceledException or BusyLoopException => [],
        _ => [$"{NameOf(call)} throws {failure.GetType().Name}, which is not documented"],
    };

    private static IEnumerable<SimulatedOrder> LiveAtEnd(CancelAllCall call) => call.World.AtEnd
        .Where(state => IsOfSymbol(state.Key, call) && state.Value[^1].Status is SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering)
        .Select(state => state.Key)
        .Where(order => IsOfSymbol(order, call) && Truth.IsDiscoverable(order, call.World, call.Start.Exchange, call.End.Exchange));

    private static bool IsOfSymbol(SimulatedOrder order, CancelAllCall call) => order.Symbol == call.Plan.Symbol;

    private static bool IsNewAtEnd(SimulatedOrder order, CancelAllCall call) => call.World.AtEnd[order][^1].Status == SimulatedOrderStatus.New;

    private static bool CancelsLaterOrder(RecordedRequest record, CancelAllCall call) => record.CanceledOrders.Any(order => !call.World.AtEnd.ContainsKey(order));
}
