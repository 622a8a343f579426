namespace Binance.AlgoOrders;

/// <summary>
/// Represents Binance's acknowledgement of a cancel (<c>DELETE /fapi/v1/algoOrder</c>). It always belongs to the requested order: an
/// acknowledgement with another id is not returned, but thrown as an exception whose execution is unknown.
/// </summary>
public sealed record CancelAlgoOrderResult
{
    // Milliseconds, because the property would take three times the space.
    private readonly long _mayExecuteUntil;

    /// <summary>Gets Binance's id of the order, wire name <c>algoId</c>.</summary>
    public required long AlgoId { get; init; }

    /// <summary>Gets the client's id of the order, wire name <c>clientAlgoId</c>, or an empty string if Binance left it out.</summary>
    public required string ClientAlgoId { get; init; }

    /// <summary>Gets the code, wire name <c>code</c>, always <c>200</c>. Binance sends it as text here and as a number elsewhere.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Gets the message, wire name <c>msg</c>, normally <c>success</c>. If Binance responds with the order itself instead of the short acknowledgement, as
    /// its WebSocket API does, the message is the status of the order, <c>CANCELED</c>.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>
    /// Gets the time on Binance's clock until which an earlier copy of the cancel may still be executed, or null if none can be. This is harmless for an
    /// order that was identified by <c>algoId</c>. With a client id, do not place another order of the same id before that time.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil
    {
        get => _mayExecuteUntil == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(_mayExecuteUntil);
        init => _mayExecuteUntil = value?.ToUnixTimeMilliseconds() ?? 0;
    }
}
