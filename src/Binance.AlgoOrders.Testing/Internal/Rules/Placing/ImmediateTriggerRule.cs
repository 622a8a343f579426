using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires a trigger price that the price of the contract has not reached yet. Without a price, every trigger price is accepted.</summary>
internal static class ImmediateTriggerRule
{
    public static ErrorResponse? Check(NewOrderParameters order, MarketPrices prices)
    {
        if (order.Decimal("triggerPrice") is not { } trigger || prices.Find(order.Parameters["symbol"]!) is not { } price)
        {
            return null;
        }

        bool isReached = TriggersWhenPriceRises(order) ? price >= trigger : price <= trigger;
        return new ErrorResponse(400, prices.ImmediateTriggerErrorCode, "Order would immediately trigger.", $"The price is {price}.").When(isReached);
    }

    // A stop buys above the price and sells below it. A take-profit does the opposite.
    private static bool TriggersWhenPriceRises(NewOrderParameters order) => (order.Side is "BUY") == (order.Type is "STOP" or "STOP_MARKET");
}
