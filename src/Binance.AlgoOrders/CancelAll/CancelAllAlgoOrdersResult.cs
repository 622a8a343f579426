namespace Binance.AlgoOrders;

/// <summary>
/// Represents Binance's acknowledgement that all open algo orders of a symbol are canceled (<c>DELETE /fapi/v1/algoOpenOrders</c>). It lists no
/// orders.
/// </summary>
public sealed record CancelAllAlgoOrdersResult
{
    /// <summary>Gets the code, wire name <c>code</c>, always <c>200</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the message, wire name <c>msg</c>, such as <c>The operation of cancel all open order is done.</c></summary>
    public required string Message { get; init; }
}
