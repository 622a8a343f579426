namespace Binance.AlgoOrders.Testing;

/// <summary>A request exactly as it was transmitted; nothing in it is decoded or normalised, since the signature is made over these characters.</summary>
public sealed class SimulatedRequest
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A request with the given parts.</summary>
    /// <param name="method">GET, DELETE, …, in capitals.</param>
    /// <param name="target">Path and query of the request line, percent-encoded as it was sent: <c>/fapi/v1/algoOrder?algoId=1&amp;…</c>.</param>
    /// <param name="headers">Names in any case; of a name that occurs twice, the last value counts.</param>
    /// <param name="body">The content's bytes, read as form parameters.</param>
    public SimulatedRequest(string method, string target, IEnumerable<KeyValuePair<string, string>>? headers = null, ReadOnlyMemory<byte> body = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(target);
        Method = method;
        Target = target;
        Body = body;
        int question = target.IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? target : target[..question];
        Query = question < 0 ? "" : target[(question + 1)..];
        foreach ((string name, string value) in headers ?? [])
        {
            _headers[name] = value;
        }
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query as transmitted.</summary>
    public string Target { get; }

    /// <summary>What stands before the question mark.</summary>
    public string Path { get; }

    /// <summary>What stands behind the question mark, raw, signature included; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The headers, found under their names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>The content; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The header <c>X-MBX-APIKEY</c>; <see langword="null"/> when it was not sent.</summary>
    public string? ApiKey => _headers.GetValueOrDefault("X-MBX-APIKEY");

    /// <summary>Method and path; the query holds a signature.</summary>
    public override string ToString() => $"{Method} {Path}";
}
