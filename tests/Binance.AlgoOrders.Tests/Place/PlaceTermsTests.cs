namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Compares an order at Binance with the terms that were ordered. A reported value that contradicts an ordered one means another order.</summary>
public class PlaceTermsTests
{
    private static readonly DateTimeOffset GoodTill = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);

    private static readonly NewAlgoOrder Limit = new NewAlgoOrder.Stop("BTCUSDT", OrderSide.Sell, 0.01m, 58_000m, LimitPrice.At(57_900m))
    {
        Position = OrderPosition.OneWay(reduceOnly: true),
        TimeInForce = OrderTimeInForce.GoodTill(GoodTill),
        WorkingType = WorkingType.MarkPrice,
        PriceProtect = true,
        SelfTradePreventionMode = SelfTradePreventionMode.ExpireBoth,
    };

    private static readonly AlgoOrder LimitReported = new()
    {
        AlgoId = 1,
        Status = AlgoOrderStatus.New,
        OrderType = AlgoOrderType.Stop,
        Symbol = "BTCUSDT",
        Side = OrderSide.Sell,
        PositionSide = PositionSide.Both,
        TimeInForce = TimeInForce.Gtd,
        Quantity = 0.0100m,
        TriggerPrice = 58_000.00m,
        Price = 57_900.0m,
        SelfTradePreventionMode = SelfTradePreventionMode.ExpireBoth,
        WorkingType = WorkingType.MarkPrice,
        PriceMatch = PriceMatch.None,
        ClosePosition = false,
        PriceProtect = true,
        ReduceOnly = true,
        GoodTillDate = GoodTill,
    };

    private static readonly NewAlgoOrder Closing = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 58_000m);

    private static readonly AlgoOrder ClosingReported = new()
    {
        AlgoId = 1,
        Status = AlgoOrderStatus.New,
        OrderType = AlgoOrderType.StopMarket,
        Symbol = "BTCUSDT",
        Side = OrderSide.Sell,
        PositionSide = PositionSide.Both,
        TimeInForce = TimeInForce.GteGtc,
        Quantity = 0m,
        TriggerPrice = 58_000.00m,
        Price = 0.00m,
        SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker,
        WorkingType = WorkingType.ContractPrice,
        PriceMatch = PriceMatch.None,
        ClosePosition = true,
        PriceProtect = false,
        ReduceOnly = true,
    };

    private static readonly NewAlgoOrder Trailing = new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Sell, 0.01m, 1.5m)
    {
        Position = OrderPosition.Long,
        ActivatePrice = 65_000m,
    };

    private static readonly AlgoOrder TrailingReported = new()
    {
        AlgoId = 1,
        Status = AlgoOrderStatus.New,
        OrderType = AlgoOrderType.TrailingStopMarket,
        Symbol = "BTCUSDT",
        Side = OrderSide.Sell,
        PositionSide = PositionSide.Long,
        TimeInForce = TimeInForce.Gtc,
        Quantity = 0.01m,
        TriggerPrice = 0m,
        ActivatePrice = 65_000.0m,
        CallbackRate = 1.50m,
        ClosePosition = false,
        ReduceOnly = true,
    };

    private static readonly NewAlgoOrder Matching =
        new NewAlgoOrder.TakeProfit("BTCUSDT", OrderSide.Sell, 0.01m, 72_000m, LimitPrice.Matching(PriceMatch.Queue));

    private static readonly AlgoOrder MatchingReported =
        new() { AlgoId = 1, Status = AlgoOrderStatus.New, OrderType = AlgoOrderType.TakeProfit, Price = 0.0m, PriceMatch = PriceMatch.Queue };

    public static TheoryData<string, NewAlgoOrder, AlgoOrder> Same => new()
    {
        { "limit", Limit, LimitReported },
        { "closing", Closing, ClosingReported },
        { "closing, reported with GTC", Closing, ClosingReported with { TimeInForce = TimeInForce.Gtc, ReduceOnly = false } },
        { "trailing", Trailing, TrailingReported },
        { "price of the book", Matching, MatchingReported },
        { "nothing reported", Limit, new AlgoOrder { AlgoId = 1, Status = AlgoOrderStatus.New } },
        { "activation price left out", Trailing, TrailingReported with { ActivatePrice = null } },
        { "activation price left to Binance", new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Sell, 0.01m, 1.5m) { Position = OrderPosition.Long }, TrailingReported },
        { "mode left to the account", Closing, ClosingReported with { SelfTradePreventionMode = SelfTradePreventionMode.None } },
        { "an empty text", Limit, LimitReported with { PriceMatch = new WireValue<PriceMatch>("") } },
    };

    public static TheoryData<string, NewAlgoOrder, AlgoOrder> Other => new()
    {
        { "symbol", Limit, LimitReported with { Symbol = "ETHUSDT" } },
        { "side", Limit, LimitReported with { Side = OrderSide.Buy } },
        { "type", Limit, LimitReported with { OrderType = AlgoOrderType.TakeProfit } },
        { "positionSide", Limit, LimitReported with { PositionSide = PositionSide.Short } },
        { "positionSide of hedge mode", Trailing, TrailingReported with { PositionSide = PositionSide.Both } },
        { "reduceOnly", Limit, LimitReported with { ReduceOnly = false } },
        { "reduceOnly that was not ordered", Matching, MatchingReported with { ReduceOnly = true } },
        { "closePosition", Closing, ClosingReported with { ClosePosition = false } },
        { "closePosition that was not ordered", Limit, LimitReported with { ClosePosition = true } },
        { "quantity", Limit, LimitReported with { Quantity = 0.02m } },
        { "quantity instead of the position", Closing, ClosingReported with { ClosePosition = null, Quantity = 0.01m } },
        { "triggerPrice", Closing, ClosingReported with { TriggerPrice = 58_000.01m } },
        { "price", Limit, LimitReported with { Price = 57_901m } },
        { "priceMatch", Matching, MatchingReported with { PriceMatch = PriceMatch.Queue5 } },
        { "priceMatch instead of a price", Limit, LimitReported with { PriceMatch = PriceMatch.Opponent } },
        { "price instead of priceMatch", Matching, MatchingReported with { PriceMatch = PriceMatch.None } },
        { "timeInForce", Limit, LimitReported with { TimeInForce = TimeInForce.Gtc } },
        { "workingType", Limit, LimitReported with { WorkingType = WorkingType.ContractPrice } },
        { "an unknown workingType", Limit, LimitReported with { WorkingType = new WireValue<WorkingType>("INDEX_PRICE") } },
        { "priceProtect", Limit, LimitReported with { PriceProtect = false } },
        { "priceProtect that was not ordered", Closing, ClosingReported with { PriceProtect = true } },
        { "selfTradePreventionMode", Limit, LimitReported with { SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker } },
        { "activatePrice", Trailing, TrailingReported with { ActivatePrice = 65_001m } },
        { "callbackRate", Trailing, TrailingReported with { CallbackRate = 1.6m } },
        { "goodTillDate", Limit, LimitReported with { GoodTillDate = GoodTill.AddSeconds(1) } },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void What_Binance_changes_or_leaves_out_does_not_contradict(string term, NewAlgoOrder order, AlgoOrder reported) =>
        Assert.True(order.Matches(reported), term);

    [Theory]
    [MemberData(nameof(Other))]
    public void A_term_that_contradicts_means_another_order(string term, NewAlgoOrder order, AlgoOrder reported) =>
        Assert.False(order.Matches(reported), term);
}
