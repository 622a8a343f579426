using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>The parameters of a request: those of its query and of its form body; on duplicates between the two, the query wins.</summary>
internal sealed class RequestParameters
{
    private readonly Dictionary<string, string> _values;

    public RequestParameters(SimulatedRequest request)
    {
        var query = new ParameterPart(request.Query);
        var body = new ParameterPart(Encoding.UTF8.GetString(request.Body.Span));
        _values = new Dictionary<string, string>(body.Values, StringComparer.Ordinal);
        foreach ((string name, string value) in query.Values)
        {
            _values[name] = value;
        }

        Sent = query.Sent + body.Sent;
        SignedText = query.Signed + body.Signed;
        Malformed = query.Malformed ?? body.Malformed;
        IsSignatureLast = body.HasSignature ? body.EndsWithSignature && !query.HasSignature : query.EndsWithSignature;
    }

    public int Sent { get; }

    /// <summary>Query and body without a separator, less the signature, exactly as transmitted.</summary>
    public string SignedText { get; }

    public bool IsSignatureLast { get; }

    public Refusal? Malformed { get; }

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The decoded value; empty when it was sent empty, <see langword="null"/> when it was not sent.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool Has(string name) => !string.IsNullOrEmpty(this[name]);

    /// <summary>Reads a LONG: digits, perhaps a sign, nothing else.</summary>
    public bool TryGetNumber(string name, [NotNullWhen(true)] out long? number)
    {
        number = long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed) ? parsed : null;
        return number is not null;
    }
}
