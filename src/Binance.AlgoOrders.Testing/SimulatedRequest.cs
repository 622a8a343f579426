using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing;

/// <summary>A request exactly as it was transmitted. It is neither decoded nor normalized, because the signature covers these characters.</summary>
public sealed class SimulatedRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method in capitals: GET, DELETE, ….</param>
    /// <param name="target">The path and query of the request line, percent-encoded as sent: <c>/fapi/v1/algoOrder?algoId=1&amp;…</c>.</param>
    /// <param name="headers">The headers, with names in any case. If a name occurs twice, the last value counts.</param>
    /// <param name="body">The bytes of the content, read as form parameters.</param>
    public SimulatedRequest(string method, string target, IEnumerable<KeyValuePair<string, string>>? headers = null, ReadOnlyMemory<byte> body = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(target);
        Method = method;
        Target = target;
        Body = body;
        string[] parts = target.Split('?', 2);
        Path = parts[0];
        Query = parts.ElementAtOrDefault(1) ?? "";
        foreach ((string name, string value) in headers ?? [])
        {
            _headers[name] = value;
        }
    }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets path and query as transmitted.</summary>
    public string Target { get; }

    /// <summary>Gets the part of <see cref="Target"/> before the question mark.</summary>
    public string Path { get; }

    /// <summary>Gets the raw part of <see cref="Target"/> after the question mark, signature included, empty if there is none.</summary>
    public string Query { get; }

    /// <summary>Gets the headers by their names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>Gets the content, empty if there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the header <c>X-MBX-APIKEY</c>, or <see langword="null"/> if it was not sent.</summary>
    public string? ApiKey => _headers.GetValueOrDefault("X-MBX-APIKEY");

    /// <summary>Gets the text that the signature covers if it is not the query and the body: the parameters of a request of the WebSocket API.</summary>
    internal string? SignedText { get; init; }

    /// <summary>Gets the same text with percent-encoded values, or null for a request over HTTP, of which the signature covers what was transmitted.</summary>
    internal string? EncodedSignedText { get; init; }

    /// <summary>Gets the session of the connection, or null for a request over HTTP.</summary>
    internal WebSocketSession? Session { get; init; }

    /// <summary>Gets whether the session has authorized the request, so that it needs no signature.</summary>
    internal bool IsAuthorizedBySession { get; init; }

    /// <summary>Returns method and path, without the query, which contains a signature.</summary>
    public override string ToString() => $"{Method} {Path}";
}
