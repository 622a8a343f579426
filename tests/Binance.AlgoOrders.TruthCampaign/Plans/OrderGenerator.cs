using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws orders of every kind, age and state, and their market moves.</summary>
internal static class OrderGenerator
{
    private static readonly string[] Symbols = ["BTCUSDT", "ETHUSDT", "ACHUSDT", "1000SHIBUSDT"];
    private static readonly string[] Types = ["STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET", "A_KIND_OF_NEXT_YEAR"];

    public static OrderPlan Draw(Dice dice, int index)
    {
        TimeSpan age = DrawAge(dice);
        SimulatedOrderStatus state = dice.Chance(0.7) ? SimulatedOrderStatus.New : dice.OneOf(Enum.GetValues<SimulatedOrderStatus>());
        return new OrderPlan(DrawTerms(dice, index), age, state, DrawMoves(dice, state));
    }

    public static string DrawSymbol(Dice dice) => dice.OneOf(Symbols);

    private static TimeSpan DrawAge(Dice dice) => dice.Below(10) switch
    {
        < 4 => TimeSpan.Zero,
        4 => dice.Seconds(1, 3600),
        5 => TimeSpan.FromHours(1 + dice.Below(70)),
        6 => TimeSpan.FromDays(3) - dice.Seconds(0, 10),
        7 => TimeSpan.FromDays(3) + dice.Seconds(0, 10),
        8 => TimeSpan.FromDays(4 + dice.Below(80)),
        _ => TimeSpan.FromDays(89 + dice.Below(4)),
    };

    private static SimulatedOrderTerms DrawTerms(Dice dice, int index)
    {
        var terms = new SimulatedOrderTerms
        {
            Symbol = DrawSymbol(dice),
            Side = dice.OneOf("BUY", "SELL"),
            Type = dice.OneOf(Types),
            TriggerPrice = dice.OneOf(58000.00m, 0.0094000m, 750m),
            Quantity = dice.OneOf(0.010m, 600m, 1.0m),
            WorkingType = dice.OneOf("CONTRACT_PRICE", "MARK_PRICE"),
            ReduceOnly = dice.Chance(0.3),
            ClosePosition = dice.Chance(0.1),
            ClientAlgoId = dice.Chance(0.5) ? null : $"{dice.OneOf("my-stop", "a/b:c.d_e", "x y&z=%+", "Ordre-évité-日本")}-{index}",
        };
        return terms.Type switch
        {
            "TRAILING_STOP_MARKET" => terms with { CallbackRate = 1.5m, ActivatePrice = 57000m },
            "STOP" or "TAKE_PROFIT" => terms with { Price = terms.TriggerPrice },
            _ => terms,
        };
    }

    private static List<MarketMove> DrawMoves(Dice dice, SimulatedOrderStatus state)
    {
        TimeSpan first = dice.Chance(0.5) ? dice.Seconds(0, 0.5) : dice.Seconds(0, 12);
        TimeSpan second = first + dice.Seconds(0, 3);
        TimeSpan third = second + dice.Seconds(0, 3);
        MarketMoveKind end = dice.OneOf(MarketMoveKind.CompleteTrigger, MarketMoveKind.CompleteTrigger, MarketMoveKind.Reject);
        return (state, dice.Below(10)) switch
        {
            (SimulatedOrderStatus.New, 0) => [new(first, MarketMoveKind.Expire)],
            (SimulatedOrderStatus.New, 1) => [new(first, MarketMoveKind.CancelElsewhere)],
            (SimulatedOrderStatus.New, 2) => [new(first, MarketMoveKind.Trigger), new(second, MarketMoveKind.Finish)],
            (SimulatedOrderStatus.New, 3) => [new(first, MarketMoveKind.Trigger)],
            (SimulatedOrderStatus.New, 4) => [new(first, MarketMoveKind.BeginTrigger), new(second, end), new(third, MarketMoveKind.Finish)],
            (SimulatedOrderStatus.Triggering, < 6) => [new(first, end), new(second, MarketMoveKind.Finish)],
            (SimulatedOrderStatus.Triggered, < 5) => [new(first, MarketMoveKind.Finish)],
            _ => [],
        };
    }
}
