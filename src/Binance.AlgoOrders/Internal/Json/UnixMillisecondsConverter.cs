using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads an optional time in Unix milliseconds. Binance writes 0 for none, which is read as null.</summary>
internal sealed class UnixMillisecondsConverter : JsonConverter<DateTimeOffset?>
{
    private const string Rule = "The value must be a time in Unix milliseconds.";
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long milliseconds = reader.TokenType switch
        {
            JsonTokenType.String => ReadText(reader.GetString()),
            _ => reader.GetInt64(),
        };
        return milliseconds switch
        {
            0 => null,
            > 0 when milliseconds <= Last => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            _ => throw new JsonException(Rule),
        };
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value?.ToUnixTimeMilliseconds() ?? 0);

    private static long ReadText(string? text) => text switch
    {
        null or "" => 0,
        _ when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) => value,
        _ => throw new JsonException(Rule),
    };
}
