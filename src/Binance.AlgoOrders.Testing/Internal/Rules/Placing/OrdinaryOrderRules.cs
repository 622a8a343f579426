using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>The rules of a new ordinary order: MARKET or LIMIT. Conditional types belong to the endpoint of conditional orders.</summary>
internal static class OrdinaryOrderRules
{
    private static readonly string[] ConditionalTypes = ["STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"];

    private static readonly ErrorResponse UseAlgoOrders = new(
        400, -4120, "Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.");

    private static readonly ErrorResponse InvalidType = new(400, -1116, "Invalid orderType.");

    private static readonly ErrorResponse InvalidSide = new(400, -1117, "Invalid side.");

    private static readonly ErrorResponse QuantityTooLow = new(400, -4003, "Quantity less than or equal to zero.");

    private static readonly ErrorResponse PriceTooLow = new(400, -4001, "Price less than 0.");

    private static readonly ErrorResponse NothingToReduce = new(400, -2022, "ReduceOnly Order is rejected.");

    private static readonly ErrorResponse NoMargin = new(400, -2019, "Margin is insufficient.");

    private static readonly ErrorResponse Duplicate = new(400, -4116, "ClientOrderId is duplicated.");

    private static readonly ErrorResponse NoPrice = new(
        400, -4131, "The counterparty's best price does not meet the PERCENT_PRICE filter limit.", "The contract has no price. Set one by SetPrice.");

    public static ErrorResponse? Check(NewOrderParameters order, SymbolRule symbols, SimulatedAccount account, SimulatedMarket market, MarketPrices prices) =>
        symbols.Check(order.Parameters)
        ?? order.Parameters.Require("side")
        ?? order.Parameters.Require("type")
        ?? InvalidSide.When(order.Side is not ("BUY" or "SELL"))
        ?? UseAlgoOrders.When(ConditionalTypes.Contains(order.Type, StringComparer.Ordinal))
        ?? InvalidType.When(order.Type is not ("MARKET" or "LIMIT"))
        ?? order.Parameters.Require("quantity")
        ?? QuantityTooLow.When(order.Decimal("quantity") is not > 0)
        ?? CheckPrice(order)
        ?? PositionModeRule.Check(order, account.IsHedgeMode)
        ?? Duplicate.When(order.Parameters["newClientOrderId"] is { } id && account.OrdinaryIn(market).Find(id) is { Status: SimulatedOrdinaryStatus.New })
        ?? NoPrice.When(order.Type == "MARKET" && prices.Find(order.Parameters["symbol"]!) is null)
        ?? CheckPosition(order, account, market);

    private static ErrorResponse? CheckPrice(NewOrderParameters order)
    {
        if (order.Type == "MARKET")
        {
            return order.Parameters.Forbid("price");
        }

        return order.Parameters.Require("timeInForce") ?? order.Parameters.Require("price") ?? PriceTooLow.When(order.Decimal("price") is not > 0);
    }

    private static ErrorResponse? CheckPosition(NewOrderParameters order, SimulatedAccount account, SimulatedMarket market)
    {
        bool isReducing = order.IsReduceOnly || (order.Side, order.PositionSide) is ("SELL", "LONG") or ("BUY", "SHORT");
        if (!isReducing)
        {
            return NoMargin.When(!account.HasMargin);
        }

        SimulatedPosition position = account.PositionsIn(market).Of(order.Parameters["symbol"]!, order.PositionSide);
        return NothingToReduce.When(position.ReducibleBy(order.Side) == 0);
    }
}
