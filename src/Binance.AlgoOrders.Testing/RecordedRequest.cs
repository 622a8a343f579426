namespace Binance.AlgoOrders.Testing;

/// <summary>A request as the exchange received it, and the exchange's own result, which the client may not have got because of a fault.</summary>
/// <param name="ReceivedAt">The time of arrival, on the exchange's clock.</param>
/// <param name="Method">The HTTP method, or the method of the WebSocket API.</param>
/// <param name="Path">The path as transmitted.</param>
/// <param name="Query">The query as transmitted, signature included. Of a request of the WebSocket API, its parameters as a query.</param>
/// <param name="HasApiKey"><see langword="true"/> if a key was sent, or the connection of the WebSocket API is logged on.</param>
public sealed record RecordedRequest(DateTimeOffset ReceivedAt, string Method, string Path, string Query, bool HasApiKey)
{
    /// <summary>Gets the number of requests that the exchange received before this one, over HTTP and the WebSocket API together. The first has 0.</summary>
    public long Index { get; init; }

    /// <summary>Gets the operation, or <see langword="null"/> if the exchange does not serve the method and path.</summary>
    public SimulatedOperation? Operation { get; init; }

    /// <summary>Gets the form body as transmitted, empty if there was none.</summary>
    public string Body { get; init; } = "";

    /// <summary>Gets the name of the fault that was applied to the request, or <see langword="null"/>.</summary>
    public string? Fault { get; init; }

    /// <summary>
    /// Gets the time at which the exchange checked the request and executed or rejected it. It is later than <see cref="ReceivedAt"/> if the request
    /// was delayed, and <see langword="null"/> if the request was not processed, or not yet.
    /// </summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>Gets the HTTP status of the exchange's own result, 200 if it executed the request, or <see langword="null"/> if not processed.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets the error <c>code</c> of a rejected request, or <see langword="null"/>.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Gets the reason for a rejection, in more detail than the response gives, or <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Gets the exact text that a wrong signature must cover: query and body without a separator and without the signature, as transmitted.
    /// <see langword="null"/> for every other request.
    /// </summary>
    public string? SignedText { get; init; }

    /// <summary>
    /// Gets the names of the parameters that the endpoint does not know and ignored. Empty if the request was rejected before the endpoint executed it, as
    /// it is for unknown parameters if <see cref="SimulatedExchangeOptions.RejectsUnknownParameters"/> is set.
    /// </summary>
    public IReadOnlyList<string> IgnoredParameters { get; init; } = [];

    /// <summary>
    /// Gets whether the signature of a request of the WebSocket API covers percent-encoded values instead of the raw ones that Binance documents.
    /// <see langword="false"/> if encoding changes no value of the request, and over HTTP.
    /// </summary>
    public bool HasEncodedSignature { get; init; }

    /// <summary>Gets the order of the request, or <see langword="null"/> if none was found.</summary>
    public SimulatedOrder? Order { get; init; }

    /// <summary>Gets the orders that the request canceled, the oldest first. Those of a second execution follow.</summary>
    public IReadOnlyList<SimulatedOrder> CanceledOrders { get; init; } = [];

    /// <summary>Gets whether the exchange executed the request, at least in part, whatever response the client got.</summary>
    public bool IsExecuted => StatusCode == 200 || CanceledOrders.Count > 0;

    /// <summary>Returns a line for the message of a failed test: method, path, fault and result, without key and signature.</summary>
    public override string ToString()
    {
        string result = (StatusCode, ErrorCode) switch
        {
            (null, _) => "not processed",
            (_, null) => $"{StatusCode}",
            _ => $"{StatusCode}, {ErrorCode}: {Reason}",
        };
        if (Fault is null)
        {
            return $"{Method} {Path}: {result}";
        }

        return $"{Method} {Path} struck by {Fault}: {result}";
    }
}
