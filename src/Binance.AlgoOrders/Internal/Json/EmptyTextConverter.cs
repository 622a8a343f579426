using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads an optional text, as a string or a number. An empty string is read as null.</summary>
internal sealed class EmptyTextConverter : JsonConverter<string?>
{
    private static readonly LenientTextConverter Text = new();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text.Read(ref reader, typeToConvert, options) switch
        {
            "" => null,
            var text => text,
        };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
