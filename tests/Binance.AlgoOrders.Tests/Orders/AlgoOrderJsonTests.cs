using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Orders;

/// <summary>Writes orders as JSON and reads them back, with the serializer of a user.</summary>
public partial class AlgoOrderJsonTests
{
    private static readonly AlgoOrder Full = new()
    {
        AlgoId = 2_000_000_183_677_643,
        ClientAlgoId = "my-stop",
        Status = AlgoOrderStatus.Triggered,
        AlgoType = AlgoType.Conditional,
        OrderType = AlgoOrderType.TrailingStopMarket,
        Symbol = "BTCUSDT",
        Side = OrderSide.Sell,
        PositionSide = PositionSide.Long,
        TimeInForce = TimeInForce.GteGtc,
        Quantity = 0.0100m,
        TriggerPrice = 79_228_162_514_264_337_593_543_950_335m,
        Price = 0.0000000000000000000000000001m,
        SelfTradePreventionMode = SelfTradePreventionMode.ExpireBoth,
        WorkingType = WorkingType.MarkPrice,
        PriceMatch = PriceMatch.Opponent20,
        ClosePosition = true,
        PriceProtect = false,
        ReduceOnly = true,
        ActivatePrice = 65_000.10m,
        CallbackRate = 1.50m,
        ActualOrderIdText = "4905004884",
        ActualType = "MARKET",
        CreateTime = DateTimeOffset.FromUnixTimeMilliseconds(1767883004685),
        TriggerTime = DateTimeOffset.FromUnixTimeMilliseconds(1),
        GoodTillDate = DateTimeOffset.FromUnixTimeMilliseconds(253402300799000),
    };

    public static TheoryData<AlgoOrder> Orders =>
    [
        Full,
        new AlgoOrder { AlgoId = 1, Status = AlgoOrderStatus.New },
        new AlgoOrder { AlgoId = 1, Status = new WireValue<AlgoOrderStatus>("PAUSED"), Side = new WireValue<OrderSide>("EITHER"), WorkingType = new WireValue<WorkingType>("ünknown \"é\"") },
        new AlgoOrder { AlgoId = long.MaxValue, Status = default, PriceMatch = new WireValue<PriceMatch>(""), ClientAlgoId = null! },
        Full with { Unread = new Dictionary<string, string>(StringComparer.Ordinal) { ["icebergQuantity"] = "\"None\"", ["triggerTime"] = "-1" } },
        Full with { CreateTime = new DateTimeOffset(2026, 11, 27, 1, 2, 3, TimeSpan.FromHours(2)).AddTicks(1), Quantity = -0.0m, ActualQuantity = 560.0m },
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_returns_from_the_default_serializer_as_it_was(AlgoOrder order) =>
        AssertSame(order, JsonSerializer.Deserialize<AlgoOrder>(JsonSerializer.Serialize(order)));

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_returns_from_the_web_serializer_as_it_was(AlgoOrder order) =>
        AssertSame(order, JsonSerializer.Deserialize<AlgoOrder>(JsonSerializer.Serialize(order, JsonSerializerOptions.Web), JsonSerializerOptions.Web));

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_returns_from_a_generated_context_of_a_user_as_it_was(AlgoOrder order) =>
        AssertSame(order, JsonSerializer.Deserialize(JsonSerializer.Serialize(order, UserContext.Default.AlgoOrder), UserContext.Default.AlgoOrder));

    [Fact]
    public async Task An_order_that_Binance_sent_returns_as_it_was()
    {
        using var venue = new TestVenue();
        SimulatedOrder stop = venue.Account.Place();
        AlgoOrder? found = await venue.Client.FindAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);

        Assert.Equal(found, JsonSerializer.Deserialize<AlgoOrder>(JsonSerializer.Serialize(found)));
    }

    [Fact]
    public void An_order_without_a_client_id_returns_as_it_was()
    {
        AlgoOrder? read = AlgoOrderReader.Read("""{"algoId":1,"algoStatus":"NEW"}"""u8);

        Assert.Equal(read, JsonSerializer.Deserialize<AlgoOrder>(JsonSerializer.Serialize(read)));
    }

    [Fact]
    public void A_list_and_a_value_alone_return_as_they_were()
    {
        AlgoOrder[] orders = [Full, Full with { Status = AlgoOrderStatus.Finished }];
        WireValue<TimeInForce>? value = TimeInForce.GteGtc;

        Assert.Equal(orders, JsonSerializer.Deserialize<AlgoOrder[]>(JsonSerializer.Serialize(orders)));
        Assert.Equal("\"GTE_GTC\"", JsonSerializer.Serialize(value));
        Assert.Equal(value, JsonSerializer.Deserialize<WireValue<TimeInForce>?>("\"GTE_GTC\""));
        Assert.Null(JsonSerializer.Deserialize<WireValue<TimeInForce>?>("null"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<WireValue<TimeInForce>>("1"));
    }

    private static void AssertSame(AlgoOrder expected, AlgoOrder? actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(expected.ToString(), actual!.ToString());
    }

    [JsonSerializable(typeof(AlgoOrder))]
    private sealed partial class UserContext : JsonSerializerContext;
}
