using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>The parameters of a request's query and form body. If a name occurs in both, the query takes precedence.</summary>
internal sealed class RequestParameters
{
    private readonly Dictionary<string, string> _values;

    public RequestParameters(SimulatedRequest request)
    {
        var query = new ParameterSource(request.Query);
        var body = new ParameterSource(Encoding.UTF8.GetString(request.Body.Span));
        _values = new Dictionary<string, string>(body.Values, StringComparer.Ordinal);
        foreach ((string name, string value) in query.Values)
        {
            _values[name] = value;
        }

        Sent = query.Sent + body.Sent;
        SignedText = request.SignedText ?? (query.Signed + body.Signed);
        EncodedSignedText = request.EncodedSignedText;
        Malformed = query.Malformed ?? body.Malformed;
        IsSignatureLast = body.HasSignature ? body.EndsWithSignature && !query.HasSignature : query.EndsWithSignature;
    }

    public int Sent { get; }

    /// <summary>Gets the text that the signature must cover: query and body as transmitted, joined without a separator and without the signature.</summary>
    public string SignedText { get; }

    /// <summary>Gets the same text with percent-encoded values, which clients of the WebSocket API sign too, or null for a request over HTTP.</summary>
    public string? EncodedSignedText { get; }

    public bool IsSignatureLast { get; }

    public ErrorResponse? Malformed { get; }

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Gets the decoded value, empty if it was sent empty, or null if it was not sent.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool Has(string name) => !string.IsNullOrEmpty(this[name]);

    /// <summary>Returns a LONG (digits with an optional sign), or null if the parameter was not sent or is none.</summary>
    public long? Number(string name) =>
        long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>Returns whether the parameter is true. Binance's own clients send booleans in either case.</summary>
    public bool IsTrue(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns an error if the parameter is missing or empty, or null.</summary>
    public ErrorResponse? Require(string name)
    {
        if (Has(name))
        {
            return null;
        }

        return ErrorResponse.MandatoryMissing(name);
    }

    /// <summary>Returns an error if the parameter is missing or not a LONG, or null.</summary>
    public ErrorResponse? RequireNumber(string name)
    {
        if (Number(name) is not null)
        {
            return null;
        }

        return ErrorResponse.MandatoryMissing(name);
    }

    /// <summary>Returns an error if the parameter was sent, or null.</summary>
    public ErrorResponse? Forbid(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        return ErrorResponse.NotRequired(name);
    }
}
