using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads an optional flag, as <c>true</c> or as the text "true" in any case.</summary>
internal sealed class BooleanTextConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when reader.GetString() is { Length: > 0 } text => bool.TryParse(text, out bool value) ? value : throw new JsonException("A flag was expected."),
        JsonTokenType.String => null,
        _ => throw new JsonException("A flag was expected."),
    };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
