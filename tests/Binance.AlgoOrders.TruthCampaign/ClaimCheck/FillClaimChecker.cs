using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares the claims of a replacement with the trades of its orders: those until the end of the scenario, and those of the final price move.</summary>
internal static class FillClaimChecker
{
    public static IEnumerable<string> FalseClaims(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth, FinalPriceMove move) =>
    [
        .. ClaimsOfCase(outcome, truth),
        .. ClaimsOfPosition(outcome, truth, move),
    ];

    /// <summary>Returns true if the final price move decides about a claim of protection, because the protecting orders were still waiting for it.</summary>
    public static bool IsDecisive(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth, FinalPriceMove move)
    {
        SimulatedOrder[] live = [.. truth.All.Where(truth.IsLive)];
        bool isUntouched = live.Length > 0 && Array.TrueForAll(live, order => move.WasWaiting(order) && truth.ReducesPosition(order));
        return outcome.IsProtected == true && isUntouched;
    }

    private static IEnumerable<string> ClaimsOfCase(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth)
    {
        bool hasCurrentTraded = truth.Current.IsFilled && !truth.CouldBeAnother;
        bool hasReplacementTraded = truth.Placed.Any(order => truth.IsReplacement(order) && order.IsFilled);
        return outcome switch
        {
            ReplaceAlgoOrderOutcome.Replaced => Unless(!hasCurrentTraded, "reports Replaced, but the current order has traded"),
            ReplaceAlgoOrderOutcome.Kept => Unless(!hasReplacementTraded, "reports Kept, but the replacement has traded"),
            ReplaceAlgoOrderOutcome.Restored or ReplaceAlgoOrderOutcome.Unprotected =>
                Unless(!hasCurrentTraded && !hasReplacementTraded, $"reports {outcome.GetType().Name}, but the current order or the replacement has traded"),
            ReplaceAlgoOrderOutcome.CurrentTriggered { Replacement: null or { IsInactive: true } } =>
                Unless(!hasReplacementTraded, "reports CurrentTriggered and an inactive replacement, but the replacement has traded"),
            _ => [],
        };
    }

    private static IEnumerable<string> ClaimsOfPosition(ReplaceAlgoOrderOutcome outcome, ReplaceTruth truth, FinalPriceMove move)
    {
        int traded = truth.All.Count(move.HasTraded);
        bool isNaked = IsDecisive(outcome, truth, move) && traded == 0 && !move.WasClosed(truth.Current.Symbol);
        bool mayBeTwo = outcome is ReplaceAlgoOrderOutcome.Both or ReplaceAlgoOrderOutcome.Unknown or { BridgeClientAlgoId: not null } || truth.CouldBeAnother;
        return
        [
            .. Unless(!isNaked, "reports IsProtected, but no order traded when the price moved"),
            .. Unless(outcome.IsProtected != false || traded == 0 || truth.CouldBeAnother, "reports that the position is unprotected, but an order traded when the price moved"),
            .. Unless(traded <= 1 || mayBeTwo, $"reports {outcome.GetType().Name}, but two orders traded when the price moved"),
        ];
    }

    private static IEnumerable<string> Unless(bool isTrue, string claim) => isTrue ? [] : [claim];
}
