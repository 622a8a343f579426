using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Counts prices, trades, and the replacements about whose protection the final price move decides.</summary>
internal static class MarketFigures
{
    public static void Count(ScenarioRun scenario, Tally figures)
    {
        CampaignMode mode = scenario.Plan.Mode;
        SimulatedOrder[] traded = [.. scenario.AllOrders.Where(static order => order.IsFilled)];
        figures.Count("price changes during the calls", mode, scenario.Plan.Markets.Sum(market => market.Prices.Count) + scenario.Plan.Replaces.Sum(replace => replace.Prices.Count));
        figures.Count("orders that traded before the final price move", mode, traded.Count(order => !scenario.FinalMove.WasWaiting(order)));
        figures.Count("orders that traded in the final price move", mode, traded.Count(scenario.FinalMove.HasTraded));
        figures.Count("replacements whose protection the final price move decides", mode, scenario.Replaces.Count(replace => IsDecided(scenario, replace)));
    }

    private static bool IsDecided(ScenarioRun scenario, ReplaceCall replace) =>
        replace.Outcome is { } outcome && FillClaimChecker.IsDecisive(outcome, ReplaceTruth.Of(scenario, replace), scenario.FinalMove);
}
