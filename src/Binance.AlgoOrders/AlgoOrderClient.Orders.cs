using System.Globalization;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

// Placing and reading orders.
public partial class AlgoOrderClient
{
    /// <summary>Reads one order by <c>GET /fapi/v1/algoOrder</c> (weight 1).</summary>
    /// <param name="id">The id of the order.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <returns>
    /// The order, or null if Binance did not find it. Canceled and expired orders without a fill can no longer be queried 3 days after they were placed, and
    /// all others after 90 days. An order that was just placed may not be visible yet.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<AlgoOrder?> FindAsync(AlgoOrderId id, CancellationToken cancellationToken = default) =>
        FindCoreAsync(id, timeout: null, cancellationToken);

    /// <inheritdoc cref="FindAsync(AlgoOrderId, CancellationToken)"/>
    /// <param name="id">The id of the order.</param>
    /// <param name="timeout">The time limit of the whole call. Greater than zero and at most 10 minutes.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is outside that range.</exception>
    public virtual Task<AlgoOrder?> FindAsync(AlgoOrderId id, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        FindCoreAsync(id, Guard.Timeout(timeout), cancellationToken);

    /// <summary>Reads the open orders by <c>GET /fapi/v1/openAlgoOrders</c> (weight 1 for one symbol, <b>40 for all</b>).</summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>, or null for all. Not blank.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is empty or white space only.</exception>
    /// <exception cref="UnreadableAlgoOrdersException">The id, status or symbol of an order could not be read. The exception has the other orders.</exception>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<IReadOnlyList<AlgoOrder>> ListOpenAsync(string? symbol = null, CancellationToken cancellationToken = default) =>
        ListOpenCoreAsync(symbol, timeout: null, cancellationToken);

    /// <inheritdoc cref="ListOpenAsync(string?, CancellationToken)"/>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>, or null for all. Not blank.</param>
    /// <param name="timeout">The time limit of the whole call. Greater than zero and at most 10 minutes.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is outside that range.</exception>
    public virtual Task<IReadOnlyList<AlgoOrder>> ListOpenAsync(string? symbol, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        ListOpenCoreAsync(symbol, Guard.Timeout(timeout), cancellationToken);

    /// <summary>Lists past orders of a symbol by <c>GET /fapi/v1/allAlgoOrders</c> (weight 5 for every page of a window under 7 days).</summary>
    /// <param name="query">The symbol and the time of the orders.</param>
    /// <param name="cancellationToken">A token that ends the listing at once.</param>
    /// <returns>The orders as their pages arrive, in windows from old to new, each order once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException"><see cref="AlgoOrderHistoryQuery.From"/> is after <see cref="AlgoOrderHistoryQuery.To"/>.</exception>
    /// <exception cref="UnreadableAlgoOrdersException">
    /// The id, status or symbol of an order could not be read. The exception has the other orders of its page, which were not returned.
    /// </exception>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual IAsyncEnumerable<AlgoOrder> ListHistoryAsync(AlgoOrderHistoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.From > query.To)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"From must not be after To ({query.To:O}), but was {query.From:O}."), nameof(query));
        }

        return Calls.ListAsync("list_history", query, ListAlgoOrderHistoryEndpoint.ListAsync, cancellationToken);
    }

    /// <summary>
    /// Places an order by <c>POST /fapi/v1/algoOrder</c> (weight 0, counts 1 towards the order limits). The order is never placed twice: the call retries only
    /// if the request was certainly not executed. If the execution is unknown, it looks the order up by its client id until the request has expired and
    /// <see cref="AlgoOrderClientOptions.VisibilityLag"/> has passed.
    /// </summary>
    /// <param name="order">
    /// The order to place, and the limits of the call. Its <see cref="NewAlgoOrder.ClientAlgoId"/> is the id to look it up by, however the call ends. To place
    /// the same instance again never places a second order while the first is open.
    /// </param>
    /// <param name="cancellationToken">
    /// A token that ends the call at once. It is then unknown whether the order was placed. The exception has no id: take it from the order.
    /// </param>
    /// <returns>The order as Binance reports it. It may have triggered or ended already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentException">Members of the order exclude each other, or the order would expire within 600 s by a synchronized clock.</exception>
    /// <exception cref="BinanceApiException">
    /// Binance rejected the order. <see cref="AlgoOrderException.Execution"/> states whether it may have been placed nevertheless.
    /// </exception>
    /// <exception cref="AlgoOrderTransportException">
    /// No response arrived in time. <see cref="AlgoOrderException.Execution"/> states whether the order may have been placed.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<AlgoOrder> PlaceAsync(NewAlgoOrder order, CancellationToken cancellationToken = default)
    {
        Validate(order);
        return Calls.RunAsync("place", order, order.Timeout, PlaceAlgoOrderProcedure.PlaceAsync, cancellationToken);
    }

    /// <summary>
    /// Places an order as <see cref="PlaceAsync"/> does, and looks for it in the open orders of its symbol, because an order that Binance has accepted may be
    /// lost seconds later. The outcome never claims more than the call has verified.
    /// </summary>
    /// <remarks>
    /// The call sends <c>POST /fapi/v1/algoOrder</c> (weight 0, counts 1 towards the order limits) and <c>GET /fapi/v1/openAlgoOrders</c> for the symbol
    /// (weight 1). Only if the list does not contain the order, <c>GET /fapi/v1/algoOrder</c> (1) follows, and both are repeated. An order of which neither shows
    /// a trace for twice <see cref="AlgoOrderClientOptions.VisibilityLag"/> ends the call.
    /// </remarks>
    /// <param name="order">The order to place, and the limits of the call. Its <see cref="NewAlgoOrder.ClientAlgoId"/> is the id to look it up by.</param>
    /// <param name="cancellationToken">
    /// A token that ends the call at once. It is then unknown whether the order was placed. The exception has no id: take it from the order.
    /// </param>
    /// <returns>One of five cases. Switch over them, or use <see cref="PlaceAlgoOrderOutcome.Match{TResult}"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="ArgumentException">Members of the order exclude each other, or the order would expire within 600 s by a synchronized clock.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<PlaceAlgoOrderOutcome> EnsurePlacedAsync(NewAlgoOrder order, CancellationToken cancellationToken = default)
    {
        Validate(order);
        return Calls.RunAsync("ensure_placed", order, order.Timeout, EnsurePlacedProcedure.RunAsync, cancellationToken);
    }

    private void Validate(NewAlgoOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Validate(Calls.Pipeline.Clock.SynchronizedTime) is { } error)
        {
            throw new ArgumentException(error, nameof(order));
        }
    }

    private Task<AlgoOrder?> FindCoreAsync(AlgoOrderId id, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Calls.RunAsync("find", id, timeout, FindAlgoOrderEndpoint.FindAsync, cancellationToken);
    }

    private Task<IReadOnlyList<AlgoOrder>> ListOpenCoreAsync(string? symbol, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        if (symbol is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        }

        return Calls.RunAsync("list_open", symbol, timeout, ListOpenAlgoOrdersEndpoint.ListAsync, cancellationToken);
    }
}
