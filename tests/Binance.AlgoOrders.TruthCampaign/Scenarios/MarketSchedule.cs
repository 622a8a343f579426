using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Sets the positions of the account, and the prices during the calls.</summary>
internal static class MarketSchedule
{
    public static void SetPositions(ScenarioPlan plan, SimulatedAccount account)
    {
        account.HasMargin = plan.HasMargin;
        foreach (MarketPlan market in plan.Markets)
        {
            account.SetPosition(new SimulatedPosition(market.Symbol, "BOTH") { Quantity = market.Position, EntryPrice = 1m });
        }
    }

    public static void SchedulePrices(ScenarioPlan plan, ScenarioEnvironment environment)
    {
        foreach (MarketPlan market in plan.Markets)
        {
            foreach (PricePlan price in market.Prices)
            {
                environment.At(price.At, () => environment.Exchange.SetPrice(market.Symbol, price.Price));
            }
        }
    }
}
