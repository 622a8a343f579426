using System.Text;

namespace Binance.AlgoOrders.Testing;

/// <summary>A response of the exchange, or the end of the connection instead of one.</summary>
public sealed class SimulatedResponse
{
    internal SimulatedResponse(
        int statusCode,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body,
        ConnectionOutcome connection = ConnectionOutcome.Intact)
    {
        StatusCode = statusCode;
        Headers = headers;
        Body = body;
        Connection = connection;
    }

    /// <summary>Gets the HTTP status, 0 if the connection ended before a response.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// Gets the headers, <c>Content-Type</c> included and <c>Content-Length</c> not, which is the length of <see cref="Body"/> even if the connection
    /// breaks.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Gets the content. If the connection breaks within the body, an adapter sends the first half of it.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the state of the connection, which an adapter must bring about.</summary>
    public ConnectionOutcome Connection { get; }

    /// <summary>Gets whether the connection ended before a response.</summary>
    public bool IsDropped => StatusCode == 0;

    /// <summary>Gets the content as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    internal static SimulatedResponse Dropped(ConnectionOutcome connection) => new(0, [], default, connection);

    /// <summary>Returns status and content.</summary>
    public override string ToString() => IsDropped ? $"no response ({Connection})" : $"{StatusCode} {BodyText}";
}
