using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders;

/// <summary>
/// Converts the values of <see cref="AlgoOrder"/> to and from JSON, each as its text. The serializer uses it for every <see cref="WireValue{TEnum}"/> of an
/// enumeration of this package, also in a generated context and with native AOT.
/// </summary>
public sealed class WireValueConverterFactory : JsonConverterFactory
{
    // A fixed list instead of a type that is made at run time, which native AOT does not support.
    private static readonly JsonConverter[] Converters =
    [
        new WireValueConverter<AlgoOrderStatus>(),
        new WireValueConverter<AlgoType>(),
        new WireValueConverter<AlgoOrderType>(),
        new WireValueConverter<OrderSide>(),
        new WireValueConverter<PositionSide>(),
        new WireValueConverter<TimeInForce>(),
        new WireValueConverter<WorkingType>(),
        new WireValueConverter<PriceMatch>(),
        new WireValueConverter<SelfTradePreventionMode>(),
    ];

    /// <summary>Returns true if the type is a <see cref="WireValue{TEnum}"/> of an enumeration of this package.</summary>
    /// <param name="typeToConvert">The type to convert.</param>
    public override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    /// <summary>Returns the converter of a type, or null if there is none.</summary>
    /// <param name="typeToConvert">The type to convert.</param>
    /// <param name="options">The options of the serializer. They have no effect.</param>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Find(typeToConvert);

    private static JsonConverter? Find(Type type) => Array.Find(Converters, converter => converter.Type == type);
}
