using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Describes a query for past orders (<c>GET /fapi/v1/allAlgoOrders</c>, weight 5 for every page). Binance keeps canceled and expired orders without a
/// fill for 3 days after they were placed, and all others for 90 days. Older orders are not listed.
/// </summary>
public sealed record AlgoOrderHistoryQuery
{
    /// <summary>Initializes a query for the orders of one symbol.</summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    public AlgoOrderHistoryQuery(string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        Symbol = symbol;
    }

    /// <summary>Gets the contract, wire name <c>symbol</c>.</summary>
    public string Symbol { get; }

    /// <summary>
    /// Gets the inclusive start of the time in which the orders were placed, wire name <c>startTime</c>, or null for 7 days before the end. Orders older
    /// than 90 days are never requested.
    /// </summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>
    /// Gets the exclusive end of the time in which the orders were placed, wire name <c>endTime</c>, or null for now. Not before <see cref="From"/>. A time in
    /// the future means now.
    /// </summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the maximum number of orders in a page, wire name <c>limit</c>. 1 to 1,000, default 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int PageSize { get; init => field = Guard.Between(1, 1000, value, "limit"); } = 1000;
}
