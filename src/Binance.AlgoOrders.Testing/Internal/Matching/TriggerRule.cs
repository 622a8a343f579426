namespace Binance.AlgoOrders.Testing.Internal.Matching;

/// <summary>Tells whether the price of a contract has reached a trigger price.</summary>
internal static class TriggerRule
{
    // A stop buys above the price and sells below it. A take-profit does the opposite.
    public static bool IsReached(string side, string type, decimal trigger, decimal price) => type switch
    {
        "STOP" or "STOP_MARKET" => TradeSide.SignOf(side) * (price - trigger) >= 0,
        _ => TradeSide.SignOf(side) * (trigger - price) >= 0,
    };

    /// <summary>Returns the price that orders of a working type follow.</summary>
    public static decimal PriceFor(string workingType, SimulatedPrice price) => workingType switch
    {
        "MARK_PRICE" => price.Mark,
        _ => price.Last,
    };
}
