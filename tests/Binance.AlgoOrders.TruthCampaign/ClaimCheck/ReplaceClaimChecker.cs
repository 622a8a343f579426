using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares the claims of a replacement with the orders on the exchange, when the call returned and later.</summary>
internal static class ReplaceClaimChecker
{
    public static IReadOnlyList<string> FalseClaims(ScenarioRun scenario, ReplaceCall call)
    {
        ReplaceTruth truth = ReplaceTruth.Of(scenario, call);
        IEnumerable<string> claims = call switch
        {
            { Outcome: { } outcome } =>
            [
                .. ClaimsOfCase(outcome, truth, call),
                .. ClaimsOfProtection(outcome, truth),
                .. ClaimsOfOtherOrders(outcome, truth),
                .. ClaimsOfLateCopies(outcome.MayExecuteUntil, truth, call),
                .. FillClaimChecker.FalseClaims(outcome, truth, scenario.FinalMove).Select(claim => $"ReplaceAsync {claim}"),
            ],
            { Failure: ReplaceCanceledException canceled } => [.. ClaimsOfCancellation(canceled, truth), .. ClaimsOfLateCopies(canceled.Outcome.MayExecuteUntil, truth, call)],
            { Failure: BusyLoopException } => [],
            _ => [$"throws {call.Failure?.GetType().Name}, which is not documented"],
        };
        return [.. claims.Concat(Unless(truth.Placed.Count(truth.IsReplacement) <= 1, "placed the replacement twice"))];
    }

    private static IEnumerable<string> ClaimsOfCase(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth, ReplaceCall call) => outcome switch
    {
        ReplaceAlgoOrderOutcome.Replaced replaced =>
        [
            .. Unless(IsGone(replaced.CurrentOutcome, truth), $"reports Replaced, but the current order is {truth.StatusOf(truth.Current)}"),
            .. Unless(truth.Replacement?.AlgoId == replaced.Placed.AlgoId, "reports Replaced and names an order that it did not place"),
        ],
        ReplaceAlgoOrderOutcome.Kept =>
        [
            .. Unless(!truth.IsLive(truth.Replacement), "reports Kept, but the replacement is live"),
            .. Unless(!truth.WasCanceledByCall(truth.Current), "reports Kept, but canceled the current order"),
        ],
        ReplaceAlgoOrderOutcome.Restored restored =>
        [
            .. Unless(truth.HasEndedWithoutTrade(truth.Current) || call.IsIdReused, $"reports Restored, but the current order is {truth.StatusOf(truth.Current)}"),
            .. Unless(!truth.IsLive(truth.Replacement), "reports Restored, but the replacement is live"),
            .. Unless(truth.Others.Any(order => order.AlgoId == restored.Order.AlgoId), "reports Restored and names an order that it did not place"),
        ],
        ReplaceAlgoOrderOutcome.Unprotected unprotected =>
            Unless(IsGone(unprotected.CurrentOutcome, truth) && !truth.IsLive(truth.Replacement), "reports Unprotected, but an order is live or has triggered"),
        ReplaceAlgoOrderOutcome.CurrentTriggered triggered =>
        [
            .. Unless(!truth.WasCanceledByCall(truth.Current), "reports CurrentTriggered, but canceled the current order"),
            .. Unless(!truth.IsLive(truth.Replacement) || triggered.Replacement is { IsInactive: false }, "reports CurrentTriggered, but the replacement is live"),
        ],
        ReplaceAlgoOrderOutcome.Both =>
            Unless(truth.WasLeftLive(truth.Current) && !truth.WasCanceledByCall(truth.Current), $"reports Both, but the current order is {truth.StatusOf(truth.Current)}"),
        _ => [],
    };

    private static bool IsGone(CancelAlgoOrderOutcome outcome, ReplaceTruth truth) =>
        truth.HasEndedWithoutTrade(truth.Current) || (outcome is CancelAlgoOrderOutcome.NotFound && truth.CouldBeNotFound(truth.Current));

    private static IEnumerable<string> ClaimsOfProtection(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth)
    {
        SimulatedOrder?[] orders = [.. truth.Others, truth.Current, truth.Replacement];
        bool areBothLive = truth.StatusOf(truth.Current) == SimulatedOrderStatus.New && truth.IsLive(truth.Replacement);
        return
        [
            .. Unless(outcome.IsProtected != true || Array.Exists(orders, truth.WasLeftLive), "reports IsProtected, but no order is live"),
            .. Unless(outcome.IsProtected != false || !Array.Exists(orders, IsKnowablyLive), "reports that the position is unprotected, but an order is live"),
            .. Unless(!areBothLive || outcome is ReplaceAlgoOrderOutcome.Both or ReplaceAlgoOrderOutcome.Unknown || truth.CouldBeNotFound(truth.Current), $"reports {outcome.GetType().Name}, but both orders are live"),
        ];

        bool IsKnowablyLive(SimulatedOrder? order) => truth.IsLive(order) && !truth.CouldBeNotFound(order!);
    }

    private static IEnumerable<string> ClaimsOfOtherOrders(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth)
    {
        string?[] named = [outcome.BridgeClientAlgoId, outcome.RestoredClientAlgoId];
        return truth.Others.Where(order => truth.IsLive(order) && !named.Contains(order.ClientAlgoId)).Select(_ => "leaves a live order that it does not name");
    }

    private static IEnumerable<string> ClaimsOfCancellation(ReplaceCanceledException canceled, ReplaceTruth truth) =>
    [
        .. Unless(
            canceled.Outcome.IsProtected != true || truth.WasLeftLive(truth.Current) || truth.WasLeftLive(truth.Replacement),
            "throws ReplaceCanceledException with IsProtected, but no order is live"),
        .. Unless(canceled.Outcome.Replacement is not null || truth.Replacement is null, "throws ReplaceCanceledException without the replacement, but placed it"),
        .. Unless(
            canceled.Outcome.CurrentOutcome is not null || !truth.WasCanceledByCall(truth.Current),
            "throws ReplaceCanceledException without the current order, but canceled it"),
    ];

    private static IEnumerable<string> ClaimsOfLateCopies(DateTimeOffset? until, ReplaceTruth truth, ReplaceCall call) => truth.Executed
        .Where(record => record.ProcessedAt > call.End.Exchange && !(record.ProcessedAt <= until))
        .Where(record => record.Method == "POST" || record.CanceledOrders.Count > 0)
        .Select(_ => "says that no request can be executed any more, but one was");

    private static IEnumerable<string> Unless(bool isTrue, string claim) => isTrue ? [] : [$"ReplaceAsync {claim}"];
}
