namespace Binance.AlgoOrders;

// Placing orders, and reading them.
public partial class AlgoOrderClient
{
    /// <summary>Reads one order, <c>GET /fapi/v1/algoOrder</c> (weight 1).</summary>
    /// <param name="id">Which order.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>
    /// The order; null: Binance does not know it. Canceled and expired orders that were not filled cannot be queried any more 3 days after they
    /// were placed, others after 90 days; an order that was just placed may not be visible yet.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="BinanceApiException">Binance refused, or answered with something else.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<AlgoOrder?> FindAsync(AlgoOrderId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Transport.RunAsync("find", id, FindAlgoOrderEndpoint.FindAsync, cancellationToken);
    }

    /// <summary>Reads the open orders, <c>GET /fapi/v1/openAlgoOrders</c> (weight 1 for one symbol, <b>40 for all</b>).</summary>
    /// <param name="symbol">Such as <c>BTCUSDT</c>; null: all. Not blank.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is empty or white space only.</exception>
    /// <exception cref="BinanceApiException">Binance refused, or answered with something else.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<IReadOnlyList<AlgoOrder>> ListOpenAsync(string? symbol = null, CancellationToken cancellationToken = default)
    {
        if (symbol is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        }

        return Transport.RunAsync("list_open", symbol, ListOpenAlgoOrdersEndpoint.ListAsync, cancellationToken);
    }

    /// <summary>Lists the orders of a symbol's past, <c>GET /fapi/v1/allAlgoOrders</c> (weight 5 for every page of a window under 7 days).</summary>
    /// <param name="query">Which orders.</param>
    /// <param name="cancellationToken">Ends the listing at once.</param>
    /// <returns>The orders as their pages come, windows from old to new, each order once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="BinanceApiException">Binance refused, or answered with something else.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual IAsyncEnumerable<AlgoOrder> ListHistoryAsync(AlgoOrderHistoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Transport.ListAsync("list_history", query, ListAlgoOrderHistoryEndpoint.ListAsync, cancellationToken);
    }

    /// <summary>
    /// Places an order, <c>POST /fapi/v1/algoOrder</c> (weight 0; counts 1 on the limits of orders). It is never placed twice: repeated only where
    /// it surely was not executed, and looked up by its client id, up to the end of its window, where that is in doubt.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the call at once; whether the order was placed is then unknown.</param>
    /// <returns>The order as Binance has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentException">Members of the order exclude each other, or its end is less than 600 s ahead.</exception>
    /// <exception cref="BinanceApiException">Binance refused it; <see cref="AlgoOrderException.Execution"/> tells whether it may have been placed all the same.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time; <see cref="AlgoOrderException.Execution"/> tells whether it may have been placed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<AlgoOrder> PlaceAsync(NewAlgoOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Transport.RunAsync("place", order, PlaceAlgoOrderEndpoint.PlaceAsync, cancellationToken);
    }
}
