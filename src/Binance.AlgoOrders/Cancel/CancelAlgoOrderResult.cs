namespace Binance.AlgoOrders;

/// <summary>
/// Binance's acknowledgement of a cancel (<c>DELETE /fapi/v1/algoOrder</c>), and always of the order that was asked for: an
/// acknowledgement that speaks of another id is not returned, but thrown as an exception whose execution is unknown.
/// </summary>
public sealed record CancelAlgoOrderResult
{
    /// <summary>Binance's id of the order, wire name <c>algoId</c>.</summary>
    public required long AlgoId { get; init; }

    /// <summary>The owner's id of the order, wire name <c>clientAlgoId</c>; empty when Binance left it out.</summary>
    public required string ClientAlgoId { get; init; }

    /// <summary>Wire name <c>code</c>, always <c>200</c>; Binance sends it as text here and as a number elsewhere.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Wire name <c>msg</c>, normally <c>success</c>. Where Binance answers with the order itself in place of the short acknowledgement
    /// (as its WebSocket API does), the order's status, <c>CANCELED</c>.
    /// </summary>
    public required string Message { get; init; }
}
