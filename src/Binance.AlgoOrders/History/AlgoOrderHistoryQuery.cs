namespace Binance.AlgoOrders;

/// <summary>
/// Which orders of the past to list (<c>GET /fapi/v1/allAlgoOrders</c>, weight 5 for every page). Binance keeps canceled and expired orders that
/// were not filled for 3 days after they were placed, and the others for 90 days: older ones do not come.
/// </summary>
public sealed record AlgoOrderHistoryQuery
{
    /// <summary>Lists the orders of one symbol.</summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    public AlgoOrderHistoryQuery(string symbol)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        Symbol = symbol;
    }

    /// <summary>The contract, wire name <c>symbol</c>.</summary>
    public string Symbol { get; }

    /// <summary>Orders that were placed at or after this time, wire name <c>startTime</c>; null: the last 7 days. At most 90 days back are asked for.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Orders that were placed before this time, wire name <c>endTime</c>; null: until now.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>How many orders a page has, wire name <c>limit</c>. 1 to 1,000, the default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A page has 1 to 1000 orders.");
    } = 1000;
}
