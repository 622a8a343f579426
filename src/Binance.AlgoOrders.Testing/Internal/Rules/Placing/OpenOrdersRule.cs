using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires an id that is unique among the account's open orders, and at most 200 of these.</summary>
internal static class OpenOrdersRule
{
    private const int MaxOpenOrders = 200;

    private static readonly ErrorResponse Duplicate = new(400, -4116, "ClientOrderId is duplicated.");

    private static readonly ErrorResponse TooMany = new(400, -4045, "Reach max stop order limit.", "200 conditional orders of this account are open.");

    public static ErrorResponse? Check(NewOrderParameters order, MarketOrders orders) =>
        Duplicate.When(order.Parameters["clientAlgoId"] is { } id && orders.Find(id) is { IsLive: true })
        ?? TooMany.When(orders.Live.Count >= MaxOpenOrders);
}
