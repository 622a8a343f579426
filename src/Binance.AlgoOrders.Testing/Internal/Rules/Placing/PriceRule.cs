namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>A limit price for the two types that have one, given or matched to the book; a trigger price for all but the trailing stop.</summary>
internal static class PriceRule
{
    private static readonly Refusal MatchNotSupported = new(400, -5038, "Price match only supports order type: LIMIT, STOP AND TAKE_PROFIT");

    public static Refusal? Check(OrderForm form)
    {
        bool isMatched = form.Has("priceMatch");
        return isMatched && !form.HasLimitPrice ? MatchNotSupported
            : Demand(form, "price", form.HasLimitPrice && !isMatched)
            ?? Demand(form, "triggerPrice", !form.IsTrailing);
    }

    private static Refusal? Demand(OrderForm form, string name, bool isNeeded) =>
        form.Has(name) == isNeeded ? null
        : isNeeded ? Refusal.MandatoryMissing(name)
        : Refusal.NotRequired(name);
}
