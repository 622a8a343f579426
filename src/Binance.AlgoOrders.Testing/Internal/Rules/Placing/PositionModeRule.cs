using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>
/// One-way mode has one position, BOTH. Hedge mode has two, LONG and SHORT, and the combination of side and position determines whether an order
/// reduces one of them.
/// </summary>
internal static class PositionModeRule
{
    private static readonly ErrorResponse WrongSide = new(400, -4061, "Order's position side does not match user's setting.");

    private static readonly ErrorResponse ReduceOnly = new(400, -4062, "Invalid or improper reduceOnly value.", "'reduceOnly' must not be sent in hedge mode.");

    private static readonly ErrorResponse Opening = new(
        400, -1128, "Combination of optional parameters invalid.", "In hedge mode, BUY cannot close a LONG position, and SELL cannot close a SHORT position.");

    public static ErrorResponse? Check(NewOrderParameters order, bool isHedgeMode) => (isHedgeMode, order.PositionSide) switch
    {
        (false, "BOTH") => null,
        (false, var side) => WrongSide with { Detail = $"In one-way mode, positionSide must be BOTH, but was {side}." },
        (true, "BOTH") => WrongSide with { Detail = "In hedge mode, positionSide must be LONG or SHORT, but was BOTH." },
        (true, _) when order.Has("reduceOnly") => ReduceOnly,
        (true, var side) => Opening.When(order.ClosesPosition && (order.Side, side) is ("BUY", "LONG") or ("SELL", "SHORT")),
    };
}
