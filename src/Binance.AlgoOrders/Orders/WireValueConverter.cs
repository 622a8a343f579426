using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders;

/// <summary>Reads a value of an enumeration and keeps the text of one that is not known.</summary>
internal sealed class WireValueConverter<TEnum> : JsonConverter<WireValue<TEnum>>
    where TEnum : struct, Enum
{
    public override WireValue<TEnum> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("Text was expected.");

    public override void Write(Utf8JsonWriter writer, WireValue<TEnum> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
