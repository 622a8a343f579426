using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads an optional decimal exactly, as a number or as text. An empty string is read as null.</summary>
internal sealed class DecimalTextConverter : JsonConverter<decimal?>
{
    private const string Rule = "The value must be a decimal, or a decimal as text.";
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal(),
        JsonTokenType.String => ReadText(reader.GetString()),
        _ => throw new JsonException(Rule),
    };

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static decimal? ReadText(string? text) => text switch
    {
        null or "" => null,
        _ when decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value) => value,
        _ => throw new JsonException(Rule),
    };
}
