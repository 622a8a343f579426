using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Json;

namespace Binance.AlgoOrders;

/// <summary>Reads orders, for every endpoint that answers with them.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(EmptyTextConverter),
        typeof(DecimalTextConverter),
        typeof(BooleanTextConverter),
        typeof(UnixMillisecondsConverter),
        typeof(WireValueConverter<AlgoOrderStatus>),
        typeof(WireValueConverter<AlgoType>),
        typeof(WireValueConverter<AlgoOrderType>),
        typeof(WireValueConverter<OrderSide>),
        typeof(WireValueConverter<PositionSide>),
        typeof(WireValueConverter<TimeInForce>),
        typeof(WireValueConverter<WorkingType>),
        typeof(WireValueConverter<PriceMatch>),
        typeof(WireValueConverter<SelfTradePreventionMode>),
    ])]
[JsonSerializable(typeof(AlgoOrder))]
[JsonSerializable(typeof(List<AlgoOrder>))]
internal sealed partial class AlgoOrderJsonContext : JsonSerializerContext
{
    /// <summary>The orders of a list; null when something in it is no order.</summary>
    public static List<AlgoOrder>? ReadList(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, Default.ListAlgoOrder) is { } orders && orders.TrueForAll(static order => order is { AlgoId: > 0 }) ? orders : null;
}
