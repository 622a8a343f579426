namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>What a new order must not be beside the account's open ones: the second of its id, or the 201st.</summary>
internal static class OpenOrdersRule
{
    private const int Most = 200;

    private static readonly Refusal Duplicate = new(400, -4116, "ClientOrderId is duplicated.");

    private static readonly Refusal TooMany = new(400, -4045, "Reach max stop order limit.", "200 conditional orders of this account are open.");

    public static Refusal? Check(OrderForm form, MarketOrders orders) =>
        form.Parameters["clientAlgoId"] is { } id && orders.Find(id) is { IsLive: true } ? Duplicate
        : orders.Live.Count >= Most ? TooMany
        : null;
}
