namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>Creates orders with the terms of others.</summary>
public class OrderTermsTests
{
    private static readonly AlgoOrder Stop = new()
    {
        AlgoId = 7,
        Status = AlgoOrderStatus.New,
        Symbol = "BTCUSDT",
        Side = OrderSide.Sell,
        OrderType = AlgoOrderType.StopMarket,
        PositionSide = PositionSide.Both,
        Quantity = 0.01m,
        TriggerPrice = 58_000m,
        Price = 0,
        ReduceOnly = true,
        ClosePosition = false,
        PriceProtect = true,
        WorkingType = WorkingType.MarkPrice,
        SelfTradePreventionMode = SelfTradePreventionMode.ExpireTaker,
        TimeInForce = TimeInForce.Gtc,
    };

    public static TheoryData<AlgoOrder> Complete { get; } =
    [
        Stop,
        Stop with { OrderType = AlgoOrderType.TakeProfitMarket },
        Stop with { PositionSide = PositionSide.Long, ReduceOnly = null },
        Stop with { PositionSide = PositionSide.Short, Side = OrderSide.Buy },
        Stop with { ClosePosition = true, Quantity = 0 },
        Stop with { OrderType = AlgoOrderType.Stop, Price = 57_900m },
        Stop with { OrderType = AlgoOrderType.TakeProfit, Price = 57_900m, TimeInForce = TimeInForce.Gtx },
        Stop with { OrderType = AlgoOrderType.Stop, PriceMatch = PriceMatch.Opponent, TimeInForce = TimeInForce.Ioc },
        Stop with { OrderType = AlgoOrderType.Stop, Price = 57_900m, TimeInForce = TimeInForce.Fok },
        Stop with { OrderType = AlgoOrderType.Stop, Price = 57_900m, TimeInForce = TimeInForce.Gtd, GoodTillDate = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        Stop with { OrderType = AlgoOrderType.TrailingStopMarket, CallbackRate = 1.5m, TriggerPrice = null },
        Stop with { OrderType = AlgoOrderType.TrailingStopMarket, CallbackRate = 1.5m, TriggerPrice = null, ActivatePrice = 61_000m },
    ];

    public static TheoryData<AlgoOrder> Incomplete { get; } =
    [
        Stop with { Symbol = null },
        Stop with { Side = null },
        Stop with { OrderType = new("STOP_OF_TOMORROW") },
        Stop with { TriggerPrice = null },
        Stop with { Quantity = null },
        Stop with { ReduceOnly = null },
        Stop with { OrderType = AlgoOrderType.Stop, Price = 0 },
        Stop with { OrderType = AlgoOrderType.Stop, Price = 1, TimeInForce = null },
        Stop with { OrderType = AlgoOrderType.TrailingStopMarket, CallbackRate = null },
    ];

    [Theory]
    [MemberData(nameof(Complete))]
    public void A_copy_has_all_terms_of_the_order(AlgoOrder order) => Assert.True(OrderTerms.TryCopy(order)?.Matches(order));

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void An_order_with_an_unknown_term_is_not_copied(AlgoOrder order) => Assert.Null(OrderTerms.TryCopy(order));
}
