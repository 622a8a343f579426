using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads an optional boolean, as <c>true</c> or as the text "true" in any case. An empty string is read as null.</summary>
internal sealed class BooleanTextConverter : JsonConverter<bool?>
{
    private const string Rule = "The value must be a boolean, or a boolean as text.";

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => ReadText(reader.GetString()),
        _ => throw new JsonException(Rule),
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

    private static bool? ReadText(string? text) => text switch
    {
        null or "" => null,
        _ when bool.TryParse(text, out bool value) => value,
        _ => throw new JsonException(Rule),
    };
}
