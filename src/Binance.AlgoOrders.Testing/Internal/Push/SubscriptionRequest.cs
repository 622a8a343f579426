using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>A request of a combined stream: <c>{"method":"SUBSCRIBE","params":["…"],"id":1}</c>.</summary>
/// <param name="Method">SUBSCRIBE or UNSUBSCRIBE.</param>
/// <param name="Streams">The names of the streams.</param>
/// <param name="IdJson">The JSON of <c>id</c>, which the response repeats.</param>
internal sealed record SubscriptionRequest(string Method, IReadOnlyList<string> Streams, string IdJson)
{
    /// <summary>Gets the response to a request that is none of these.</summary>
    public const string Invalid = """{"error":{"code":2,"msg":"Invalid request: a request must have the method SUBSCRIBE or UNSUBSCRIBE, params and id."}}""";

    public string Response => $$"""{"result":null,"id":{{IdJson}}}""";

    /// <summary>Returns null if the text is no such request.</summary>
    public static SubscriptionRequest? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            string method = root.GetProperty("method").GetString() ?? "";
            string[] streams = [.. root.GetProperty("params").EnumerateArray().Select(static name => name.GetString() ?? "")];
            return method is "SUBSCRIBE" or "UNSUBSCRIBE" ? new SubscriptionRequest(method, streams, root.GetProperty("id").GetRawText()) : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
