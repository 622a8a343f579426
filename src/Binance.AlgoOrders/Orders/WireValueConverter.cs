using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders;

/// <summary>Reads an enumeration value and keeps the text of an unknown one.</summary>
internal sealed class WireValueConverter<TEnum> : JsonConverter<WireValue<TEnum>>
    where TEnum : struct, Enum
{
    public override WireValue<TEnum> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("The value must be a string.");
        }

        return new(reader.GetString()!);
    }

    public override void Write(Utf8JsonWriter writer, WireValue<TEnum> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
