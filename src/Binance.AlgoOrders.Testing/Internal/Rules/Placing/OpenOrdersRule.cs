using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>
/// Requires an id that is unique among the account's open orders, at most 200 of these, and at most one of a kind and direction that closes the position.
/// </summary>
internal static class OpenOrdersRule
{
    private const int MaxOpenOrders = 200;

    private static readonly ErrorResponse Duplicate = new(400, -4116, "ClientOrderId is duplicated.");

    private static readonly ErrorResponse TooMany = new(400, -4045, "Reach max stop order limit.", "200 conditional orders of this account are open.");

    private static readonly ErrorResponse ClosedTwice = new(400, -4130, "An open stop or take profit order with GTE and closePosition in the direction is existing.");

    public static ErrorResponse? Check(NewOrderParameters order, MarketOrders orders) =>
        Duplicate.When(order.Parameters["clientAlgoId"] is { } id && orders.Find(id) is { IsLive: true })
        ?? TooMany.When(orders.Live.Count >= MaxOpenOrders)
        ?? ClosedTwice.When(order.ClosesPosition && orders.Live.Any(open => IsOfSameKind(open.Terms, order)));

    private static bool IsOfSameKind(SimulatedOrderTerms open, NewOrderParameters order) =>
        open.ClosePosition
        && (open.Symbol, open.Type, open.Side, open.PositionSide) == (order.Parameters["symbol"], order.Type, order.Side, order.PositionSide);
}
