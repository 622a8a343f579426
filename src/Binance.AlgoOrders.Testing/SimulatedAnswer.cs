using System.Text;

namespace Binance.AlgoOrders.Testing;

/// <summary>What the exchange sends back, or how the connection ends instead.</summary>
public sealed class SimulatedAnswer
{
    internal SimulatedAnswer(
        int statusCode,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body,
        SimulatedConnection connection = SimulatedConnection.Stays)
    {
        StatusCode = statusCode;
        Headers = headers;
        Body = body;
        Connection = connection;
    }

    /// <summary>The HTTP status; 0 when the connection ended before an answer.</summary>
    public int StatusCode { get; }

    /// <summary>
    /// The headers, <c>Content-Type</c> included and <c>Content-Length</c> not: that is <see cref="Body"/>'s length, whatever the connection does.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The content. When the connection breaks inside the body, an adapter sends the first half of it.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What an adapter does to the connection.</summary>
    public SimulatedConnection Connection { get; }

    /// <summary>Whether the connection ended before an answer.</summary>
    public bool IsDropped => StatusCode == 0;

    /// <summary>The content as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    internal static SimulatedAnswer Dropped(SimulatedConnection connection) => new(0, [], default, connection);

    /// <summary>Status and content.</summary>
    public override string ToString() => IsDropped ? $"no answer ({Connection})" : $"{StatusCode} {BodyText}";
}
