namespace Binance.AlgoOrders.Samples;

/// <param name="Number">Counts the requests from 1.</param>
/// <param name="ReceivedAt">On the exchange's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as transmitted.</param>
/// <param name="Parameters">Query and body as transmitted, but for the signature.</param>
/// <param name="StatusCode">Of the exchange's own verdict; <see langword="null"/> without one.</param>
/// <param name="ErrorCode">Of a refusal.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Fault">The fault that struck it.</param>
/// <param name="Order">The id of the order that it spoke of.</param>
/// <param name="Signature">What to compare when the signature was refused.</param>
internal sealed record RequestView(
    int Number,
    DateTimeOffset ReceivedAt,
    string Method,
    string Path,
    string Parameters,
    int? StatusCode,
    int? ErrorCode,
    string? Reason,
    string? Fault,
    string? Order,
    RefusedSignature? Signature);
