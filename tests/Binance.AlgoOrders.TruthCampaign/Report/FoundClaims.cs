using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The false claims of one call, with its number in the reports and its situation.</summary>
/// <param name="Number">The number of the call: single cancels from 0 on, then places, replacements, the bulk, its items, the cancel of all orders, and its items.</param>
/// <param name="Situation">What was special.</param>
/// <param name="Claims">The false claims.</param>
internal sealed record FoundClaims(int Number, string Situation, IReadOnlyList<string> Claims)
{
    /// <summary>Checks every call of a scenario.</summary>
    public static IEnumerable<FoundClaims> Of(ScenarioRun scenario)
    {
        for (int number = 0; number < scenario.Calls.Count; number++)
        {
            CancelCall call = scenario.Calls[number];
            RecordedRequest[] cancels = [.. scenario.CancelsOf(call)];
            IReadOnlyList<string> claims = [.. CancelClaimChecker.FalseClaims(cancels, call), .. SuccessorChecker.FalseClaims(scenario, call)];
            yield return new FoundClaims(number, TruthCampaign.Situation.Of(scenario, call, cancels), [.. claims.Select(claim => $"{(call.Plan.IsSingleCancel ? "CancelAsync" : "EnsureCanceledAsync")} {claim}")]);
        }

        int other = ScenarioReport.FirstOtherNumber;
        foreach (PlaceCall place in scenario.Places)
        {
            yield return new FoundClaims(other++, TruthCampaign.Situation.Of(scenario, place), PlaceClaimChecker.FalseClaims(place));
        }

        foreach (ReplaceCall replace in scenario.Replaces)
        {
            yield return new FoundClaims(other++, $"{replace.Plan.Sequence}", ReplaceClaimChecker.FalseClaims(scenario, replace));
        }

        if (scenario.Bulk is { } bulk)
        {
            yield return new FoundClaims(other++, "", BulkClaimChecker.FalseClaims(bulk));
            foreach (BulkItem item in bulk.Items.Where(item => item.TimesReported > 0))
            {
                yield return OfItem(scenario, item, [.. scenario.CancelsOf(item)], other++, "CancelManyAsync");
            }
        }

        if (scenario.CancelAll is { } cancelAll)
        {
            yield return new FoundClaims(other++, TruthCampaign.Situation.Of(scenario, cancelAll), CancelAllClaimChecker.FalseClaims(scenario, cancelAll));
            foreach (CancelAllItem item in cancelAll.Items)
            {
                // The error of one order is about its own requests, its outcome about the whole call.
                IEnumerable<RecordedRequest> cancels = scenario.CancelsOf(item).Where(record => item.Failure is null || record.Operation == SimulatedOperation.Cancel);
                yield return OfItem(scenario, item, [.. cancels], other++, "EnsureAllCanceledAsync");
            }
        }
    }

    private static FoundClaims OfItem(ScenarioRun scenario, ICompletedCancel item, RecordedRequest[] cancels, int number, string method) =>
        new(number, TruthCampaign.Situation.Of(scenario, item, cancels), [.. CancelClaimChecker.FalseClaims(cancels, item).Select(claim => $"{method}, one order: {claim}")]);
}
