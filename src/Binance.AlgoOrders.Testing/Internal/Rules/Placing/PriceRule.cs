using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires a limit price or a price match from the two limit types, and a trigger price from all types but the trailing stop.</summary>
internal static class PriceRule
{
    private static readonly ErrorResponse MatchNotSupported = new(400, -5038, "Price match only supports order type: LIMIT, STOP AND TAKE_PROFIT");

    public static ErrorResponse? Check(NewOrderParameters order)
    {
        bool isMatched = order.Has("priceMatch");
        if (isMatched && !order.HasLimitPrice)
        {
            return MatchNotSupported;
        }

        return CheckPresence(order, "price", order.HasLimitPrice && !isMatched)
            ?? CheckPresence(order, "triggerPrice", !order.IsTrailing);
    }

    private static ErrorResponse? CheckPresence(NewOrderParameters order, string name, bool isRequired)
    {
        if (isRequired)
        {
            return order.Parameters.Require(name);
        }

        return order.Parameters.Forbid(name);
    }
}
