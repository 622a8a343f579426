namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>The parameters of a request's query, or those of its form body.</summary>
internal sealed class ParameterSource
{
    private const string SignatureName = "signature";

    public ParameterSource(string raw)
    {
        Signed = raw;
        if (raw.Length == 0)
        {
            return;
        }

        string[] pairs = raw.Split('&');
        foreach (string pair in pairs)
        {
            Read(pair);
        }

        string last = pairs[^1];
        if (last.StartsWith(SignatureName + "=", StringComparison.Ordinal))
        {
            // If it is the only parameter, no ampersand precedes it.
            Signed = raw[..Math.Max(0, raw.Length - last.Length - 1)];
            EndsWithSignature = true;
        }
    }

    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the raw characters that a signature covers: all before <c>&amp;signature=</c>.</summary>
    public string Signed { get; }

    public bool EndsWithSignature { get; }

    public bool HasSignature => Values.ContainsKey(SignatureName);

    /// <summary>Gets the number of parameters, duplicates included.</summary>
    public int Sent { get; private set; }

    public ErrorResponse? Malformed { get; private set; }

    private void Read(string pair)
    {
        Sent++;
        string[] parts = pair.Split('=', 2);
        string? name = PercentEncoding.Decode(parts[0]);
        string? value = PercentEncoding.Decode(parts.ElementAtOrDefault(1));
        if (string.IsNullOrEmpty(name) || value is null)
        {
            Malformed ??= ErrorResponse.IllegalCharacters(pair);
        }
        else if (!Values.TryAdd(name, value))
        {
            Malformed ??= ErrorResponse.Duplicates with { Detail = $"'{name}' was sent twice." };
        }
    }
}
