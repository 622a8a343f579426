namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>The values that Binance documents, and what it answers to another one.</summary>
internal static class EnumRule
{
    private static readonly (string Name, string[] Values, Refusal Refusal)[] Enums =
    [
        ("algoType", ["CONDITIONAL"], Refusal.NotValid("algoType")),
        ("side", ["BUY", "SELL"], new Refusal(400, -1117, "Invalid side.")),
        ("type", ["STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"], new Refusal(400, -1116, "Invalid orderType.")),
        ("positionSide", ["BOTH", "LONG", "SHORT"], new Refusal(400, -4060, "Invalid position side.")),
        ("timeInForce", ["GTC", "IOC", "FOK", "GTX", "GTD", "RPI"], new Refusal(400, -1115, "Invalid timeInForce.")),
        ("workingType", ["CONTRACT_PRICE", "MARK_PRICE"], new Refusal(400, -4031, "Invalid parameter working type")),
        (
            "priceMatch",
            ["OPPONENT", "OPPONENT_5", "OPPONENT_10", "OPPONENT_20", "QUEUE", "QUEUE_5", "QUEUE_10", "QUEUE_20"],
            new Refusal(400, -5037, "Invalid price match")),
        (
            "selfTradePreventionMode",
            ["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"],
            new Refusal(400, -5039, "Invalid self trade prevention mode")),
        ("newOrderRespType", ["ACK", "RESULT"], new Refusal(400, -1136, "Invalid newOrderRespType.")),
    ];

    private static readonly string[] Booleans = ["closePosition", "priceProtect", "reduceOnly"];

    public static Refusal? Check(OrderForm form) =>
        Enums.Where(known => form.Has(known.Name) && !known.Values.Contains(form.Parameters[known.Name], StringComparer.Ordinal))
            .Select(static known => known.Refusal)
            .Concat(Booleans.Where(name => form.Has(name) && !bool.TryParse(form.Parameters[name], out _)).Select(Refusal.NotValid))
            .FirstOrDefault();
}
