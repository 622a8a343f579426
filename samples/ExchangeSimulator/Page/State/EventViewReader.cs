using System.Text.Encodings.Web;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Converts an event of the user data stream for the page.</summary>
internal static class EventViewReader
{
    // Writes numbers as they are, because some ids are too large for a number in JavaScript.
    private static readonly JsonWriterOptions OnSeveralLines = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EventView Read(RecordedEvent pushed)
    {
        using JsonDocument json = JsonDocument.Parse(pushed.Json);
        return new EventView(pushed.Number, pushed.PushedAt, pushed.Name, TextOf(pushed.Name, json.RootElement), Format(json.RootElement));
    }

    private static string TextOf(string kind, JsonElement json) => kind switch
    {
        "ALGO_UPDATE" => Join(json.GetProperty("o"), "s", "aid", "X"),
        "ORDER_TRADE_UPDATE" => Join(json.GetProperty("o"), "s", "i", "X"),
        "ACCOUNT_UPDATE" => string.Join(", ", json.GetProperty("a").GetProperty("P").EnumerateArray().Select(static position => Join(position, "s", "ps", "pa"))),
        _ => "",
    };

    private static string Join(JsonElement json, params string[] names) => string.Join(' ', names.Select(name => json.GetProperty(name).ToString()));

    private static string Format(JsonElement json)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, OnSeveralLines))
        {
            json.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }
}
