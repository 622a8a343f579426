using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Places every combination of choices that can be written. The rules of the simulated exchange accept each.</summary>
public class PlaceAcceptanceTests
{
    private static readonly OrderPosition[] Positions = [OrderPosition.OneWay(), OrderPosition.OneWay(reduceOnly: true), OrderPosition.Long, OrderPosition.Short];
    private static readonly LimitPrice[] Prices = [LimitPrice.At(57_000.5m), .. Enum.GetValues<PriceMatch>().Where(match => match != PriceMatch.None).Select(LimitPrice.Matching)];
    private static readonly OrderAmount[] Amounts = [OrderAmount.Of(0.002m), OrderAmount.ClosePosition];

    [Fact]
    public async Task Every_order_that_can_be_constructed_is_accepted()
    {
        int accepted = 0;
        foreach (NewAlgoOrder order in Orders())
        {
            using var venue = new TestVenue();
            venue.Account.IsHedgeMode = order.Position.Side != PositionSide.Both;

            AlgoOrder placed = await venue.Client.PlaceAsync(order, TestContext.Current.CancellationToken);

            Assert.Equal(order.Type, placed.OrderType!.Value.Known);
            accepted++;
        }

        Assert.True(accepted > 1_000, $"Only {accepted} orders were constructed.");
    }

    private static IEnumerable<NewAlgoOrder> Orders() =>
        from order in Kinds()
        from position in Positions
        from workingType in (WorkingType?[])[null, WorkingType.ContractPrice, WorkingType.MarkPrice]
        from protect in (bool[])[false, true]
        let made = order with { Position = position, WorkingType = workingType, PriceProtect = protect, SelfTradePreventionMode = SelfTradePreventionMode.ExpireMaker }
        where made.Validate(DateTimeOffset.UnixEpoch) is null
        select made;

    private static IEnumerable<NewAlgoOrder> Kinds() =>
        from side in Enum.GetValues<OrderSide>()
        from order in (IEnumerable<NewAlgoOrder>)
        [
            .. from price in Prices select new NewAlgoOrder.Stop("BTCUSDT", side, 0.002m, 58_000m, price),
            .. from lifetime in Lifetimes() select new NewAlgoOrder.TakeProfit("BTCUSDT", side, 0.002m, 58_000m, Prices[0]) { TimeInForce = lifetime },
            .. from amount in Amounts select new NewAlgoOrder.StopMarket("BTCUSDT", side, amount, 58_000m),
            .. from amount in Amounts select new NewAlgoOrder.TakeProfitMarket("BTCUSDT", side, amount, 58_000m),
            .. from rate in (decimal[])[0.1m, 1.5m, 20m] select new NewAlgoOrder.TrailingStopMarket("BTCUSDT", side, 0.002m, rate),
            new NewAlgoOrder.TrailingStopMarket("BTCUSDT", side, 0.002m, 1m) { ActivatePrice = 60_000m },
        ]
        select order;

    private static IEnumerable<OrderTimeInForce> Lifetimes() =>
    [
        OrderTimeInForce.GoodTillCanceled,
        OrderTimeInForce.ImmediateOrCancel,
        OrderTimeInForce.FillOrKill,
        OrderTimeInForce.PostOnly,
        OrderTimeInForce.GoodTill(new ManualTimeProvider().GetUtcNow().AddSeconds(601)),
    ];
}
