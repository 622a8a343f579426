using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders;

/// <summary>Which algo order to cancel (<c>DELETE /fapi/v1/algoOrder</c>, weight 1), and within which limits. Immutable; may be used for several calls.</summary>
public sealed record CancelAlgoOrderRequest
{
    private CancelAlgoOrderRequest(AlgoOrderId id) => Id = id;

    /// <summary>Cancels the order with Binance's id, wire name <c>algoId</c>.</summary>
    /// <param name="algoId">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="algoId"/> is zero or negative.</exception>
    public static CancelAlgoOrderRequest ByAlgoId(long algoId) => new(AlgoOrderId.FromAlgoId(algoId));

    /// <summary>Cancels the order with your own id, wire name <c>clientAlgoId</c>.</summary>
    /// <param name="clientAlgoId">Not blank; sent exactly as it is.</param>
    /// <exception cref="ArgumentException"><paramref name="clientAlgoId"/> is null, empty, white space only, or not valid Unicode.</exception>
    public static CancelAlgoOrderRequest ByClientAlgoId(string clientAlgoId) => new(AlgoOrderId.FromClientAlgoId(clientAlgoId));

    /// <summary>Cancels the order with an id of either kind.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static CancelAlgoOrderRequest ById(AlgoOrderId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(id);
    }

    /// <summary>The order's id; exactly one of the two kinds.</summary>
    public AlgoOrderId Id { get; }

    /// <summary>
    /// The order's contract, such as <c>BTCUSDT</c>. Never sent with the cancel: where Binance does not find the order, it lets
    /// <see cref="AlgoOrderClient.EnsureCanceledAsync"/> look into the open orders of this symbol (weight 1, and not 40). Not blank; null: not known.
    /// </summary>
    /// <exception cref="ArgumentException">Empty or white space only.</exception>
    public string? Symbol
    {
        get;
        init => field = value is null || !string.IsNullOrWhiteSpace(value) ? value : throw new ArgumentException("A symbol is not blank.", nameof(value));
    }

    /// <summary>
    /// For how long after its timestamp Binance may still execute this cancel, wire name <c>recvWindow</c>. Whole milliseconds, 1 to 60,000;
    /// null: <see cref="AlgoOrderClientOptions.RecvWindow"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range, or not whole milliseconds.</exception>
    public TimeSpan? RecvWindow
    {
        get;
        init => field = value is null || TimeRules.IsRecvWindow(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, TimeRules.RecvWindowRule);
    }

    /// <summary>The time for the whole call. Above zero, at most 10 minutes; null: <see cref="AlgoOrderClientOptions.Timeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public TimeSpan? Timeout
    {
        get;
        init => field = value is null || TimeRules.IsTimeout(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, TimeRules.TimeoutRule);
    }
}
