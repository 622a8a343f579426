using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Combinations that Binance forbids cannot be written, or are rejected before a request is sent.</summary>
public class ForbiddenCombinationTests
{
    private static readonly DateTimeOffset Start = new ManualTimeProvider().GetUtcNow();

    public static TheoryData<string, Type, string[]> Impossible => new()
    {
        { "price, priceMatch or timeInForce of STOP_MARKET", typeof(NewAlgoOrder.StopMarket), ["Price", "TimeInForce"] },
        { "price, priceMatch or timeInForce of TAKE_PROFIT_MARKET", typeof(NewAlgoOrder.TakeProfitMarket), ["Price", "TimeInForce"] },
        { "price, priceMatch, timeInForce or triggerPrice of TRAILING_STOP_MARKET", typeof(NewAlgoOrder.TrailingStopMarket), ["Price", "TimeInForce", "TriggerPrice"] },
        { "closePosition of STOP", typeof(NewAlgoOrder.Stop), ["Amount"] },
        { "closePosition of TAKE_PROFIT", typeof(NewAlgoOrder.TakeProfit), ["Amount"] },
        { "closePosition of TRAILING_STOP_MARKET", typeof(NewAlgoOrder.TrailingStopMarket), ["Amount"] },
        { "activatePrice or callbackRate of STOP", typeof(NewAlgoOrder.Stop), ["ActivatePrice", "CallbackRate"] },
        { "activatePrice or callbackRate of STOP_MARKET", typeof(NewAlgoOrder.StopMarket), ["ActivatePrice", "CallbackRate"] },
        { "activatePrice or callbackRate of TAKE_PROFIT", typeof(NewAlgoOrder.TakeProfit), ["ActivatePrice", "CallbackRate"] },
        { "activatePrice or callbackRate of TAKE_PROFIT_MARKET", typeof(NewAlgoOrder.TakeProfitMarket), ["ActivatePrice", "CallbackRate"] },
        { "quantity beside closePosition", typeof(NewAlgoOrder.StopMarket), ["Quantity"] },
        { "reduceOnly beside a position side", typeof(NewAlgoOrder.Stop), ["ReduceOnly", "PositionSide"] },
        { "goodTillDate without GTD", typeof(NewAlgoOrder.Stop), ["GoodTillDate"] },
    };

    public static TheoryData<string, NewAlgoOrder> Refused => new()
    {
        { "closePosition with reduceOnly", Closing(OrderSide.Sell, OrderPosition.OneWay(reduceOnly: true)) },
        { "closePosition with BUY and LONG", Closing(OrderSide.Buy, OrderPosition.Long) },
        { "closePosition with SELL and SHORT", Closing(OrderSide.Sell, OrderPosition.Short) },
        {
            "goodTillDate within 600 s",
            new NewAlgoOrder.Stop("BTCUSDT", OrderSide.Sell, 1m, 1m, LimitPrice.At(1m)) { TimeInForce = OrderTimeInForce.GoodTill(Start.AddSeconds(600)) }
        },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_forbidden_combination_cannot_be_written(string combination, Type kind, string[] members)
    {
        string[] settable = [.. kind.GetProperties().Select(property => property.Name)];
        Assert.False(members.Intersect(settable).Any(), combination);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_forbidden_combination_is_rejected_before_a_request_is_sent(string combination, NewAlgoOrder order)
    {
        using var venue = new TestVenue();
        await venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken);
        int requests = venue.Exchange.Requests.Count;

        await Assert.ThrowsAsync<ArgumentException>(() => venue.Client.PlaceAsync(order, TestContext.Current.CancellationToken));

        Assert.False(venue.Exchange.Requests.Count > requests, combination);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(24 * 60)]
    [InlineData(-30)]
    public async Task A_clock_that_was_never_synchronized_refuses_no_expiry(int clockAheadMinutes)
    {
        using var venue = new TestVenue();
        venue.Exchange.ClockSkew = TimeSpan.FromMinutes(-clockAheadMinutes);
        DateTimeOffset expiry = venue.Exchange.Now.AddMinutes(20);
        var order = new NewAlgoOrder.Stop("BTCUSDT", OrderSide.Sell, 1m, 58_000m, LimitPrice.At(58_000m)) { TimeInForce = OrderTimeInForce.GoodTill(expiry) };

        AlgoOrder placed = await venue.Time.RunAsync(venue.Client.PlaceAsync(order, TestContext.Current.CancellationToken));

        Assert.Equal(expiry, placed.GoodTillDate);
    }

    [Fact]
    public void Reduce_only_exists_in_one_way_mode_only()
    {
        Assert.False(OrderPosition.Long.ReduceOnly);
        Assert.False(OrderPosition.Short.ReduceOnly);
        Assert.Equal(PositionSide.Both, OrderPosition.OneWay(reduceOnly: true).Side);
    }

    private static NewAlgoOrder.StopMarket Closing(OrderSide side, OrderPosition position) =>
        new NewAlgoOrder.StopMarket("BTCUSDT", side, OrderAmount.ClosePosition, 1m) { Position = position };
}
