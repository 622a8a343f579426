using Binance.AlgoOrders.Testing.Internal.Matching;
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

        decimal followed = TriggerRule.PriceFor(order.WorkingType, price);
        bool isReached = TriggerRule.IsReached(order.Side, order.Type, trigger, followed);
        return new ErrorResponse(400, prices.ImmediateTriggerErrorCode, "Order would immediately trigger.", $"The price is {followed}.").When(isReached);
    }
}
