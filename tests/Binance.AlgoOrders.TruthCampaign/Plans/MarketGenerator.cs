namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws the positions of the account and the prices around the trigger prices of its orders.</summary>
internal static class MarketGenerator
{
    // More than all orders of a scenario trade, so that only an order that closes the position ends it.
    private const decimal PositionSize = 10_000m;

    private const int MaxChanges = 4;
    private const double MaxSeconds = 8;

    private static readonly decimal[] Factors = [0.5m, 0.99m, 1m, 1.01m, 2m];

    public static MarketPlan[] Draw(Dice dice, IEnumerable<OrderPlan> orders) =>
        [.. orders.GroupBy(order => order.Terms.Symbol, StringComparer.Ordinal).Select(ofSymbol => Draw(dice, ofSymbol.Key, [.. ofSymbol]))];

    private static MarketPlan Draw(Dice dice, string symbol, OrderPlan[] orders)
    {
        int changes = dice.Chance(0.5) ? 1 + dice.Below(MaxChanges) : 0;
        decimal position = orders[0].Terms.Side == "SELL" ? PositionSize : -PositionSize;
        return new MarketPlan(symbol, position, [.. Enumerable.Range(0, changes).Select(_ => DrawPrice(dice, orders))]);
    }

    private static PricePlan DrawPrice(Dice dice, OrderPlan[] orders)
    {
        TimeSpan at = dice.Chance(0.3) ? TimeSpan.Zero : dice.Seconds(0, MaxSeconds);
        return new PricePlan(at, dice.OneOf<OrderPlan>(orders).Terms.TriggerPrice * dice.OneOf<decimal>(Factors));
    }
}
