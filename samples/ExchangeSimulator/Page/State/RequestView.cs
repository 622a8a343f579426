namespace Binance.AlgoOrders.Samples;

/// <param name="Number">The number of the request, from 1.</param>
/// <param name="ReceivedAt">The time of receipt on the exchange's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as transmitted.</param>
/// <param name="Parameters">Query and body as transmitted, without the signature.</param>
/// <param name="StatusCode">The status code of the exchange's own response, or <see langword="null"/> if the request was not processed.</param>
/// <param name="ErrorCode">The error code, or <see langword="null"/> if the request was executed.</param>
/// <param name="Reason">The reason of the error.</param>
/// <param name="Fault">The fault that was applied.</param>
/// <param name="Order">The id of the order that it named.</param>
/// <param name="Signature">The comparison of a rejected signature.</param>
internal sealed record RequestView(
    long Number,
    DateTimeOffset ReceivedAt,
    string Method,
    string Path,
    string Parameters,
    int? StatusCode,
    int? ErrorCode,
    string? Reason,
    string? Fault,
    string? Order,
    RejectedSignature? Signature);
