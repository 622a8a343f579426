using System.Globalization;
using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.WebSockets;

/// <summary>Writes a response of the WebSocket API: the body that the response would have over HTTP, and the used limits instead of headers.</summary>
internal static class ApiResponse
{
    /// <summary>Returns the text of a response. A body that is no JSON, as a fault sends it, is the text itself.</summary>
    public static string Text(string idJson, SimulatedResponse response, int weightLimit)
    {
        if (!IsJson(response.Body))
        {
            return response.BodyText;
        }

        ReadOnlyMemory<byte> text = ResponseJson.Object(json =>
        {
            json.WritePropertyName("id");
            json.WriteRawValue(idJson);
            json.WriteNumber("status", response.StatusCode);
            json.WritePropertyName(response.StatusCode == 200 ? "result" : "error");
            json.WriteRawValue(response.Body.Span);
            json.WriteStartArray("rateLimits");
            WriteOrders(json, response, "SECOND", 10, SimulatedOrderCounts.TenSecondsLimit, "X-MBX-ORDER-COUNT-10S");
            WriteOrders(json, response, "MINUTE", 1, SimulatedOrderCounts.MinuteLimit, "X-MBX-ORDER-COUNT-1M");
            WriteLimit(json, "REQUEST_WEIGHT", ("MINUTE", 1), weightLimit, CountOf(response, "X-MBX-USED-WEIGHT-1M"));
            json.WriteEndArray();
        });
        return Encoding.UTF8.GetString(text.Span);
    }

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteOrders(Utf8JsonWriter json, SimulatedResponse response, string interval, int intervalNumber, int limit, string header)
    {
        if (CountOf(response, header) is { } count)
        {
            WriteLimit(json, "ORDERS", (interval, intervalNumber), limit, count);
        }
    }

    private static void WriteLimit(Utf8JsonWriter json, string type, (string Unit, int Number) interval, int limit, int? count)
    {
        json.WriteStartObject();
        json.WriteString("rateLimitType", type);
        json.WriteString("interval", interval.Unit);
        json.WriteNumber("intervalNum", interval.Number);
        json.WriteNumber("limit", limit);
        json.WriteNumber("count", count ?? 0);
        json.WriteEndObject();
    }

    private static int? CountOf(SimulatedResponse response, string header)
    {
        string? value = response.Headers.Where(known => known.Key == header).Select(static known => known.Value).FirstOrDefault();
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
    }
}
