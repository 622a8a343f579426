using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws new orders of every kind.</summary>
internal static partial class PlaceGenerator
{
    private const decimal FirstTag = 61_001m;

    /// <summary>Draws one new order.</summary>
    /// <param name="dice">The random numbers.</param>
    /// <param name="index">The index of the new order.</param>
    /// <param name="orders">The existing orders.</param>
    /// <param name="reusable">The indexes of the existing orders whose client id the new order may reuse, because no call cancels them by it.</param>
    public static PlacePlan Draw(Dice dice, int index, IReadOnlyList<OrderPlan> orders, IReadOnlyList<int> reusable)
    {
        int? idOf = reusable.Count > 0 && dice.Chance(0.4) ? reusable[dice.Below(reusable.Count)] : null;
        OrderPlan? original = idOf is { } known && dice.Chance(0.6) ? orders[known] : null;
        decimal tag = FirstTag + index;
        NewAlgoOrder order = DrawOrder(
            dice,
            tag,
            original?.Terms.Symbol ?? OrderGenerator.DrawSymbol(dice),
            SideOf(original?.Terms.Side ?? dice.OneOf("BUY", "SELL")),
            original?.Terms.Type ?? dice.OneOf("STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"));
        order = order with { ClientAlgoId = DrawClientId(dice, index) ?? order.ClientAlgoId };
        bool hasPredecessor = idOf is null && order is NewAlgoOrder.MarketOnTrigger { Amount.Quantity: not null } && dice.Chance(0.5);
        return new PlacePlan
        {
            Order = order,
            Tag = tag,
            IdOf = idOf,
            Predecessor = hasPredecessor ? WorldGenerator.DrawPredecessor(dice, longestBefore: 1.2) : null,
            CanceledAfter = dice.Chance(0.3) ? dice.Seconds(0, 3) : null,
            StartsAt = DrawStart(dice),
            GivesUpAfter = BulkGenerator.DrawGivesUpAfter(dice),
        };
    }

    /// <summary>Returns true if a client may use the id. The exchange generates a null id.</summary>
    public static bool IsValidClientId(string? clientAlgoId) => clientAlgoId is null || ValidClientId().IsMatch(clientAlgoId);

    private static OrderSide SideOf(string side) => side == "BUY" ? OrderSide.Buy : OrderSide.Sell;

    private static string? DrawClientId(Dice dice, int index) => dice.Chance(0.5) ? $"placed/by.us:{index}" : null;

    private static TimeSpan DrawStart(Dice dice) => dice.Chance(0.5) ? TimeSpan.Zero : dice.Seconds(0, 4);

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
    private static partial Regex ValidClientId();
}
