using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes the bodies of responses.</summary>
internal static class ResponseJson
{
    // Binance does not escape an apostrophe, unlike the default encoder.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Message(int code, string message) => Object(json =>
    {
        json.WriteNumber("code", code);
        json.WriteString("msg", message);
    });

    public static ReadOnlyMemory<byte> Acknowledgement(long algoId, string clientAlgoId) => Object(json =>
    {
        json.WriteNumber("algoId", algoId);
        json.WriteString("clientAlgoId", clientAlgoId);
        json.WriteString("code", "200");
        json.WriteString("msg", "success");
    });

    public static ReadOnlyMemory<byte> Success() => Message(200, "success");

    public static ReadOnlyMemory<byte> ServerTime(DateTimeOffset now) => Object(json => json.WriteNumber("serverTime", now.ToUnixTimeMilliseconds()));

    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> writeMembers) => Write(json =>
    {
        json.WriteStartObject();
        writeMembers(json);
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Array<T>(Action<Utf8JsonWriter, T> writeElement, IEnumerable<T> elements) => Write(json =>
    {
        json.WriteStartArray();
        foreach (T element in elements)
        {
            writeElement(json, element);
        }

        json.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }
}
