using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.WebSockets;

/// <summary>A request of the WebSocket API.</summary>
/// <param name="IdJson">The JSON of <c>id</c>, which the response repeats.</param>
/// <param name="Method">The method, empty if the request is malformed.</param>
/// <param name="Parameters">The parameters.</param>
internal sealed record ApiRequest(string IdJson, string Method, IReadOnlyDictionary<string, string> Parameters)
{
    private const string NoId = "null";
    private const string SignatureName = "signature";
    private const string KeyName = "apiKey";

    private static readonly ErrorResponse InvalidJson = new(400, -1135, "Invalid JSON Request.");

    /// <summary>Gets the error if the request is malformed, or null.</summary>
    public ErrorResponse? Error { get; private init; }

    public static ApiRequest Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // A text with half of a surrogate pair is an InvalidOperationException.
            return Malformed(NoId);
        }
    }

    /// <summary>Returns the request as the exchange processes it: the parameters as a query, and the text that the signature must cover.</summary>
    public SimulatedRequest ToRequest(WebSocketSession session)
    {
        KeyValuePair<string, string>[] signed =
        [
            .. Parameters.Where(static parameter => parameter.Key != SignatureName).OrderBy(static parameter => parameter.Key, StringComparer.Ordinal),
        ];
        bool isSigned = Parameters.TryGetValue(SignatureName, out string? signature);
        string[] pairs = [.. signed.Select(Encode)];
        IEnumerable<string> query = isSigned ? pairs.Append($"{SignatureName}={Uri.EscapeDataString(signature!)}") : pairs;

        string? key = Parameters.GetValueOrDefault(KeyName) ?? session.Key?.ApiKey;
        KeyValuePair<string, string>[] headers = [];
        if (key is not null)
        {
            headers = [new("X-MBX-APIKEY", key)];
        }

        return new SimulatedRequest(Method, $"{SimulatedWireNames.WebSocketApiPath}?{string.Join('&', query)}", headers)
        {
            SignedText = string.Join('&', signed.Select(static parameter => $"{parameter.Key}={parameter.Value}")),
            EncodedSignedText = string.Join('&', pairs),
            Session = session,
            IsAuthorizedBySession = session.Key is not null && !isSigned && !Parameters.ContainsKey(KeyName),
        };
    }

    private static string Encode(KeyValuePair<string, string> parameter) => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}";

    private static ApiRequest Malformed(string idJson) => new(idJson, "", new Dictionary<string, string>(StringComparer.Ordinal)) { Error = InvalidJson };

    private static ApiRequest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Malformed(NoId);
        }

        string idJson = IdOf(root);
        if (MethodOf(root) is not { Length: > 0 } name)
        {
            return Malformed(idJson);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.TryGetProperty("params", out JsonElement parameters) && !TryRead(parameters, values))
        {
            return Malformed(idJson);
        }

        return new ApiRequest(idJson, name, values);
    }

    private static string? MethodOf(JsonElement root)
    {
        if (root.TryGetProperty("method", out JsonElement method) && method.ValueKind == JsonValueKind.String)
        {
            return method.GetString();
        }

        return null;
    }

    private static string IdOf(JsonElement root)
    {
        if (root.TryGetProperty("id", out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            return id.GetRawText();
        }

        return NoId;
    }

    private static bool TryRead(JsonElement parameters, Dictionary<string, string> values)
    {
        if (parameters.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (JsonProperty parameter in parameters.EnumerateObject())
        {
            if (TextOf(parameter.Value) is not { } text)
            {
                return false;
            }

            values[parameter.Name] = text;
        }

        return true;
    }

    // Binance documents integers for a LONG and strings for a DECIMAL. Clients send strings and numbers for both.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
