using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>All rules of a new order, in the order of the checks: each parameter, their combination, and the account's open orders.</summary>
internal static class OrderRules
{
    public static ErrorResponse? Check(NewOrderParameters order, SymbolRule symbols, SimulatedAccount account, SimulatedMarket market, DateTimeOffset now) =>
        symbols.Check(order.Parameters)
        ?? order.Parameters.Require("algoType")
        ?? order.Parameters.Require("side")
        ?? order.Parameters.Require("type")
        ?? ParameterRule.NotEmpty(order.Parameters, NewOrderParameters.ParameterNames)
        ?? EnumRule.Check(order)
        ?? DecimalRule.Check(order)
        ?? ClientAlgoIdRule.Check(order)
        ?? PriceRule.Check(order)
        ?? TrailingRule.Check(order)
        ?? ClosePositionRule.Check(order)
        ?? PositionModeRule.Check(order, account.IsHedgeMode)
        ?? GoodTillDateRule.Check(order, now)
        ?? OpenOrdersRule.Check(order, account.OrdersIn(market));
}
