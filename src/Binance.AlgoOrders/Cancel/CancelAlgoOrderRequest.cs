using System.Globalization;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Describes the cancel of one algo order (<c>DELETE /fapi/v1/algoOrder</c>, weight 1) and the limits of the call. Immutable and usable for several
/// calls.
/// </summary>
public sealed record CancelAlgoOrderRequest
{
    private CancelAlgoOrderRequest(AlgoOrderId id) => Id = id;

    /// <summary>Creates a request for the order with Binance's id, wire name <c>algoId</c>.</summary>
    /// <param name="algoId">The id that Binance assigned. Greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="algoId"/> is zero or negative.</exception>
    public static CancelAlgoOrderRequest ByAlgoId(long algoId) => new(AlgoOrderId.FromAlgoId(algoId));

    /// <summary>Creates a request for the order with your own id, wire name <c>clientAlgoId</c>.</summary>
    /// <param name="clientAlgoId">The id that the client assigned. Not blank. It is sent exactly as it is.</param>
    /// <exception cref="ArgumentException"><paramref name="clientAlgoId"/> is null, empty, white space only, or invalid Unicode.</exception>
    public static CancelAlgoOrderRequest ByClientAlgoId(string clientAlgoId) => new(AlgoOrderId.FromClientAlgoId(clientAlgoId));

    /// <summary>Creates a request for the order with an id of either kind.</summary>
    /// <param name="id">The id of the order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static CancelAlgoOrderRequest ById(AlgoOrderId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(id);
    }

    /// <summary>
    /// Creates a request for an order that was read or placed before. This is the surest and cheapest way, because the request knows the id, the symbol, the
    /// age and the last known status of the order.
    /// </summary>
    /// <param name="order">The order. Its <see cref="AlgoOrder.AlgoId"/> must be greater than zero.</param>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentException">The order has no <c>algoId</c>.</exception>
    public static CancelAlgoOrderRequest For(AlgoOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.AlgoId <= 0)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"The algoId of the order must be greater than zero, but was {order.AlgoId}.");
            throw new ArgumentException(message, nameof(order));
        }

        return new(AlgoOrderId.FromAlgoId(order.AlgoId)) { Symbol = string.IsNullOrWhiteSpace(order.Symbol) ? null : order.Symbol, Order = order };
    }

    /// <summary>Gets the id of the order, exactly one of the two kinds.</summary>
    public AlgoOrderId Id { get; }

    /// <summary>
    /// Gets the contract of the order, such as <c>BTCUSDT</c>, or null if it is unknown. Not blank. The symbol is never sent with the cancel. If Binance
    /// does not find the order, <see cref="AlgoOrderClient.EnsureCanceledAsync"/> also reads the open orders of this symbol (weight 1). Without a symbol
    /// it does not, because the open orders of all symbols have weight 40.
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty or white space only.</exception>
    public string? Symbol { get; init => field = Guard.Symbol(value); }

    /// <summary>
    /// Gets the time for which Binance may still execute this cancel after its timestamp, wire name <c>recvWindow</c>. 1 to 60,000 whole milliseconds, or
    /// null for <see cref="AlgoOrderClientOptions.RecvWindow"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range, or contains fractions of a millisecond.</exception>
    public TimeSpan? RecvWindow { get; init => field = Guard.RecvWindow(value); }

    /// <summary>
    /// Gets the time limit of the whole call. Greater than zero and at most 10 minutes, or null for <see cref="AlgoOrderClientOptions.Timeout"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan? Timeout { get; init => field = Guard.Timeout(value); }

    /// <summary>Gets the order as the caller last saw it, or null if only its id is known.</summary>
    internal AlgoOrder? Order { get; private init; }

    /// <summary>Gets what the call begins with.</summary>
    internal CancelMode Mode { get; init; }

    /// <summary>
    /// Gets the monotonic timestamp at which the id belonged to the order that is meant, or null for the beginning of the call. Only a client id may belong to
    /// another order later.
    /// </summary>
    internal long? MeantAt { get; init; }
}
