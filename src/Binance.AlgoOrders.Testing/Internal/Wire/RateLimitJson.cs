using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes the limits of requests and orders.</summary>
internal static class RateLimitJson
{
    private const int RequestWeight = 2400;

    public static ReadOnlyMemory<byte> OrderLimits() => ResponseJson.Write(static json =>
    {
        json.WriteStartArray();
        WriteTenSeconds(json);
        WriteMinute(json);
        json.WriteEndArray();
    });

    /// <summary>Writes <c>rateLimits</c> of GET /fapi/v1/exchangeInfo.</summary>
    public static void WriteAll(Utf8JsonWriter json)
    {
        json.WriteStartArray("rateLimits");
        Write(json, "REQUEST_WEIGHT", "MINUTE", 1, RequestWeight);
        WriteMinute(json);
        WriteTenSeconds(json);
        json.WriteEndArray();
    }

    private static void WriteMinute(Utf8JsonWriter json) => Write(json, "ORDERS", "MINUTE", 1, SimulatedOrderCounts.MinuteLimit);

    private static void WriteTenSeconds(Utf8JsonWriter json) => Write(json, "ORDERS", "SECOND", 10, SimulatedOrderCounts.TenSecondsLimit);

    private static void Write(Utf8JsonWriter json, string type, string interval, int intervalNum, int limit)
    {
        json.WriteStartObject();
        json.WriteString("rateLimitType", type);
        json.WriteString("interval", interval);
        json.WriteNumber("intervalNum", intervalNum);
        json.WriteNumber("limit", limit);
        json.WriteEndObject();
    }
}
