using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Json;

namespace Binance.AlgoOrders;

/// <summary>Reads orders for all endpoints that return them.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(EmptyTextConverter),
        typeof(DecimalTextConverter),
        typeof(BooleanTextConverter),
        typeof(UnixMillisecondsConverter),
    ])]
[JsonSerializable(typeof(AlgoOrder))]
[JsonSerializable(typeof(List<AlgoOrder>))]
internal sealed partial class AlgoOrderJsonContext : JsonSerializerContext
{
    /// <summary>Returns the orders of a list, or null if an element is not an order.</summary>
    public static List<AlgoOrder>? ReadList(ReadOnlySpan<byte> body)
    {
        List<AlgoOrder>? orders = JsonSerializer.Deserialize(body, Default.ListAlgoOrder);
        return orders?.TrueForAll(static order => order is { AlgoId: > 0 }) == true ? orders : null;
    }
}
