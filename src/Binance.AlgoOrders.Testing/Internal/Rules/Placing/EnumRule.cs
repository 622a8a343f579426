using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires the values that Binance documents.</summary>
internal static class EnumRule
{
    private static readonly (string Name, string[] Values, ErrorResponse Error)[] Enums =
    [
        ("algoType", ["CONDITIONAL"], ErrorResponse.NotValid("algoType")),
        ("side", ["BUY", "SELL"], new ErrorResponse(400, -1117, "Invalid side.")),
        ("type", ["STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"], new ErrorResponse(400, -1116, "Invalid orderType.")),
        ("positionSide", ["BOTH", "LONG", "SHORT"], new ErrorResponse(400, -4060, "Invalid position side.")),
        ("timeInForce", ["GTC", "IOC", "FOK", "GTX", "GTD", "RPI"], new ErrorResponse(400, -1115, "Invalid timeInForce.")),
        ("workingType", ["CONTRACT_PRICE", "MARK_PRICE"], new ErrorResponse(400, -4031, "Invalid parameter working type")),
        (
            "priceMatch",
            ["OPPONENT", "OPPONENT_5", "OPPONENT_10", "OPPONENT_20", "QUEUE", "QUEUE_5", "QUEUE_10", "QUEUE_20"],
            new ErrorResponse(400, -5037, "Invalid price match")),
        (
            "selfTradePreventionMode",
            ["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"],
            new ErrorResponse(400, -5039, "Invalid self trade prevention mode")),
        ("newOrderRespType", ["ACK", "RESULT"], new ErrorResponse(400, -1136, "Invalid newOrderRespType.")),
    ];

    private static readonly string[] Booleans = ["closePosition", "priceProtect", "reduceOnly"];

    public static ErrorResponse? Check(NewOrderParameters order) =>
        Enums.Where(known => order.Has(known.Name) && !known.Values.Contains(order.Parameters[known.Name], StringComparer.Ordinal))
            .Select(static known => known.Error)
            .Concat(Booleans.Where(name => order.Has(name) && !bool.TryParse(order.Parameters[name], out _)).Select(ErrorResponse.NotValid))
            .FirstOrDefault();
}
