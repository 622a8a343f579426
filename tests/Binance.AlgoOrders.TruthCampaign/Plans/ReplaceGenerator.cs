using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws replacements in every sequence.</summary>
internal static class ReplaceGenerator
{
    private const decimal FirstTag = 71_001m;

    // Above every trigger price of the plans, between, and below.
    private static readonly decimal[] Prices = [100_000m, 65_000m, 1m];

    public static ReplacePlan Draw(Dice dice, int index, IReadOnlyList<OrderPlan> orders, CampaignMode mode)
    {
        int order = dice.Below(orders.Count);
        SimulatedOrderTerms current = orders[order].Terms;
        NewAlgoOrder replacement = DrawReplacement(dice, index, current);
        ReplaceSequence[] sequences = [ReplaceSequence.Automatic, ReplaceSequence.PlaceFirst, ReplaceSequence.CancelFirst, .. OfBridge(replacement)];
        ReplaceSequence sequence = dice.OneOf<ReplaceSequence>(sequences);
        return new ReplacePlan
        {
            Order = order,
            Known = dice.OneOf(KnownPart.Order, KnownPart.Order, KnownPart.AlgoId, KnownPart.ClientAlgoId),
            Replacement = replacement,
            Sequence = sequence,
            BridgeQuantity = sequence == ReplaceSequence.Bridge || dice.Chance(0.5) ? 0.5m : null,
            RestoreOnRefusal = dice.Chance(0.8),
            Prices = DrawPrices(dice),
            Timeout = CallGenerator.DrawTimeout(dice, mode) * 2,
            StartsAt = CallGenerator.DrawStart(dice),
            GivesUpAfter = BulkGenerator.DrawGivesUpAfter(dice),
        };
    }

    private static ReplaceSequence[] OfBridge(NewAlgoOrder replacement) => ClosesPosition(replacement) ? [ReplaceSequence.Bridge] : [];

    private static bool ClosesPosition(NewAlgoOrder replacement) => replacement is NewAlgoOrder.MarketOnTrigger { Amount.Quantity: null };

    private static NewAlgoOrder DrawReplacement(Dice dice, int index, SimulatedOrderTerms current)
    {
        decimal tag = FirstTag + index;
        OrderSide side = current.Side == "BUY" ? OrderSide.Buy : OrderSide.Sell;
        OrderAmount amount = current.ClosePosition || dice.Chance(0.2) ? OrderAmount.ClosePosition : OrderAmount.Of(0.5m);
        NewAlgoOrder replacement = current.Type switch
        {
            "TAKE_PROFIT" or "TAKE_PROFIT_MARKET" => new NewAlgoOrder.TakeProfitMarket(current.Symbol, side, amount, tag),
            "TRAILING_STOP_MARKET" => new NewAlgoOrder.TrailingStopMarket(current.Symbol, side, 0.5m, callbackRate: 1.5m) { ActivatePrice = tag },
            _ => new NewAlgoOrder.StopMarket(current.Symbol, side, amount, tag),
        };
        return ClosesPosition(replacement) ? replacement : replacement with { Position = OrderPosition.OneWay(reduceOnly: true) };
    }

    private static PricePlan[] DrawPrices(Dice dice)
    {
        int changes = dice.Chance(0.4) ? 1 + dice.Below(2) : 0;
        return [.. Enumerable.Range(0, changes).Select(_ => new PricePlan(dice.Chance(0.5) ? TimeSpan.Zero : dice.Seconds(0, 2), dice.OneOf(Prices)))];
    }
}
