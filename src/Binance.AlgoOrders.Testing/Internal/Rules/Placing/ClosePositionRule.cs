using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires a quantity, unless the order closes the whole position. Then it must be a market order without quantity and reduceOnly.</summary>
internal static class ClosePositionRule
{
    private static readonly ErrorResponse QuantityNotZero = new(400, -4137, "Quantity must be zero with closePosition equals true");

    public static ErrorResponse? Check(NewOrderParameters order)
    {
        if (!order.ClosesPosition)
        {
            return order.Parameters.Require("quantity");
        }

        if (order.Type is not ("STOP_MARKET" or "TAKE_PROFIT_MARKET"))
        {
            return new ErrorResponse(400, -4136, $"Target strategy invalid for orderType {order.Type},closePosition true");
        }

        return QuantityNotZero.When(order.Has("quantity")) ?? order.Parameters.Forbid("reduceOnly");
    }
}
