namespace Binance.AlgoOrders.Testing;

/// <summary>A request as the exchange received it, and its own verdict, which a fault may have kept from the client.</summary>
/// <param name="ReceivedAt">When it arrived, on the exchange's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as transmitted.</param>
/// <param name="Query">The query as transmitted, signature included.</param>
/// <param name="HasApiKey">Whether the header <c>X-MBX-APIKEY</c> was sent.</param>
public sealed record SimulatedExchangeRecord(DateTimeOffset ReceivedAt, string Method, string Path, string Query, bool HasApiKey)
{
    /// <summary>What was asked for; <see langword="null"/> when the exchange serves no such thing.</summary>
    public SimulatedOperation? Operation { get; init; }

    /// <summary>The form body as transmitted; empty when there was none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The scripted fault that struck this request; <see langword="null"/> when none did.</summary>
    public string? Fault { get; init; }

    /// <summary>
    /// When the exchange judged it and, finding nothing wrong, executed it; later than <see cref="ReceivedAt"/> when delayed, <see langword="null"/>
    /// when it did not, or not yet.
    /// </summary>
    public DateTimeOffset? JudgedAt { get; init; }

    /// <summary>The HTTP status of the verdict; 200 means executed. <see langword="null"/> without a verdict.</summary>
    public int? StatusCode { get; init; }

    /// <summary><c>code</c> of a refusal.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Why it was refused, in more words than the answer: for a refused signature the exact text that the exchange signed.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Of a signature that did not fit: the exact text that the exchange signed, or verified, itself: query and body without a separator, less the
    /// signature, as transmitted. <see langword="null"/> of every other request.
    /// </summary>
    public string? SignedText { get; init; }

    /// <summary>The order that the request spoke of, if one was found.</summary>
    public SimulatedOrder? Order { get; init; }

    /// <summary>Whether the exchange did what was asked, whatever the client was told.</summary>
    public bool IsExecuted => StatusCode == 200;

    /// <summary>A line that reads well where a test fails: method, path, fault and verdict; neither key nor signature.</summary>
    public override string ToString()
    {
        string verdict = (StatusCode, ErrorCode) switch
        {
            (null, _) => "not judged",
            (_, null) => $"{StatusCode}",
            _ => $"{StatusCode}, {ErrorCode}: {Reason}",
        };
        return $"{Method} {Path}{(Fault is null ? "" : $" struck by {Fault}")}: {verdict}";
    }
}
