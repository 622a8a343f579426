using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws new orders of every kind.</summary>
internal static partial class PlaceGenerator
{
    private const decimal FirstTag = 61_001m;

    /// <summary>Free are the orders whose client id may be given once more: nobody cancels them by it.</summary>
    public static PlacePlan Draw(Dice dice, int place, IReadOnlyList<OrderPlan> orders, IReadOnlyList<int> free)
    {
        int? idOf = free.Count > 0 && dice.Chance(0.4) ? free[dice.Below(free.Count)] : null;
        OrderPlan? twin = idOf is { } known && dice.Chance(0.6) ? orders[known] : null;
        decimal tag = FirstTag + place;
        NewAlgoOrder order = DrawOrder(
            dice,
            tag,
            twin?.Terms.Symbol ?? OrderGenerator.DrawSymbol(dice),
            (twin?.Terms.Side ?? dice.OneOf("BUY", "SELL")) == "BUY" ? OrderSide.Buy : OrderSide.Sell,
            twin?.Terms.Type ?? dice.OneOf("STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"));
        return new PlacePlan
        {
            Order = order with { ClientAlgoId = dice.Chance(0.5) ? $"placed/by.us:{place}" : null },
            Tag = tag,
            IdOf = idOf,
            StartsAt = dice.Chance(0.5) ? TimeSpan.Zero : dice.Seconds(0, 4),
            GivesUpAfter = dice.Chance(0.05) ? dice.Seconds(0, 10) : null,
        };
    }

    /// <summary>Whether an id is one that a client may give; null is made by the exchange.</summary>
    public static bool MayBeGiven(string? clientAlgoId) => clientAlgoId is null || Legal().IsMatch(clientAlgoId);

    private static NewAlgoOrder DrawOrder(Dice dice, decimal tag, string symbol, OrderSide side, string type)
    {
        decimal quantity = dice.OneOf(0.010m, 600m, 1.0m);
        OrderAmount amount = dice.Chance(0.2) ? OrderAmount.ClosePosition : OrderAmount.Of(quantity);
        LimitPrice price = dice.Chance(0.7) ? LimitPrice.At(60_000m) : LimitPrice.Matching(PriceMatch.Opponent);
        NewAlgoOrder order = type switch
        {
            "STOP" => new NewAlgoOrder.Stop(symbol, side, quantity, tag, price),
            "TAKE_PROFIT" => new NewAlgoOrder.TakeProfit(symbol, side, quantity, tag, price),
            "TAKE_PROFIT_MARKET" => new NewAlgoOrder.TakeProfitMarket(symbol, side, amount, tag),
            "TRAILING_STOP_MARKET" => new NewAlgoOrder.TrailingStopMarket(symbol, side, quantity, callbackRate: 1.5m) { ActivatePrice = tag },
            _ => new NewAlgoOrder.StopMarket(symbol, side, amount, tag),
        };
        return order with { PriceProtect = dice.Chance(0.2) };
    }

    [GeneratedRegex(@"^[.A-Z:/a-z0-9_-]{1,36}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legal();
}
