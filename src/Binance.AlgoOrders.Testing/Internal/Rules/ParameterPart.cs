namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>The query or the form body of a request, read by itself.</summary>
internal sealed class ParameterPart
{
    private const string SignatureName = "signature";

    public ParameterPart(string raw)
    {
        string[] pairs = raw.Length == 0 ? [] : raw.Split('&');
        Signed = raw;
        for (int i = 0; i < pairs.Length; i++)
        {
            Read(pairs[i]);
            if (i == pairs.Length - 1 && pairs[i].StartsWith(SignatureName + "=", StringComparison.Ordinal))
            {
                Signed = i == 0 ? "" : raw[..(raw.Length - pairs[i].Length - 1)];
                EndsWithSignature = true;
            }
        }
    }

    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The raw characters that a signature covers: all before <c>&amp;signature=</c>.</summary>
    public string Signed { get; }

    public bool EndsWithSignature { get; }

    public bool HasSignature => Values.ContainsKey(SignatureName);

    /// <summary>How many parameters were sent, each duplicate counted.</summary>
    public int Sent { get; private set; }

    public Refusal? Malformed { get; private set; }

    private void Read(string pair)
    {
        Sent++;
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        string? name = PercentEncoding.Decode(equals < 0 ? pair : pair.AsSpan(0, equals));
        string? value = PercentEncoding.Decode(equals < 0 ? "" : pair.AsSpan(equals + 1));
        if (string.IsNullOrEmpty(name) || value is null)
        {
            Malformed ??= Refusal.IllegalCharacters(pair);
        }
        else if (!Values.TryAdd(name, value))
        {
            Malformed ??= Refusal.Duplicates with { Why = $"'{name}' was sent twice." };
        }
    }
}
