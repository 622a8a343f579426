using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

// Operations on several orders.
public partial class AlgoOrderClient
{
    /// <summary>
    /// Cancels all open algo orders of a symbol by <c>DELETE /fapi/v1/algoOpenOrders</c> (weight 1) and returns Binance's acknowledgement. Ordinary orders
    /// are not touched. The acknowledgement does not contain the canceled orders, and does not show whether any order triggered first.
    /// </summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <param name="cancellationToken">A token that ends the call at once. It is then unknown whether the cancel was executed.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAllAlgoOrdersResult> CancelAllAsync(string symbol, CancellationToken cancellationToken = default) =>
        CancelAllCoreAsync(symbol, timeout: null, cancellationToken);

    /// <inheritdoc cref="CancelAllAsync(string, CancellationToken)"/>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <param name="timeout">The time limit of the whole call. Greater than zero and at most 10 minutes.</param>
    /// <param name="cancellationToken">A token that ends the call at once. It is then unknown whether the cancel was executed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is outside that range.</exception>
    public virtual Task<CancelAllAlgoOrdersResult> CancelAllAsync(string symbol, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        CancelAllCoreAsync(symbol, Guard.Timeout(timeout), cancellationToken);

    /// <summary>
    /// Cancels all algo orders of a symbol and makes sure that none is left. The call cancels all orders, lists the remaining ones and cancels every order
    /// that it has seen individually, until lists that are <see cref="AlgoOrderClientOptions.VisibilityLag"/> apart are empty and no request can be executed
    /// any more, or <see cref="AlgoOrderClientOptions.Timeout"/> has passed. Ordinary orders are never touched.
    /// </summary>
    /// <remarks>The weight is 1 for every list and every cancel of all orders, and 1 to 3 for every order that is left.</remarks>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    /// <exception cref="BinanceApiException">Binance rejected the key, the signature or the permission, or the timestamp a second time.</exception>
    /// <exception cref="BinanceRateLimitException">
    /// The client must not send requests for longer than the call lasts, and no order has been seen yet.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAllAlgoOrdersOutcome> EnsureAllCanceledAsync(string symbol, CancellationToken cancellationToken = default) =>
        EnsureAllCanceledCoreAsync(symbol, timeout: null, cancellationToken);

    /// <inheritdoc cref="EnsureAllCanceledAsync(string, CancellationToken)"/>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <param name="timeout">The time limit of the whole call. Greater than zero and at most 10 minutes.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is outside that range.</exception>
    public virtual Task<CancelAllAlgoOrdersOutcome> EnsureAllCanceledAsync(string symbol, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        EnsureAllCanceledCoreAsync(symbol, Guard.Timeout(timeout), cancellationToken);

    /// <summary>
    /// Cancels many orders, each as reliably as <see cref="EnsureCanceledAsync"/>, a few at a time and within 96 percent of
    /// <see cref="AlgoOrderClientOptions.WeightLimit"/> per minute. The rest is reserved for single cancels, which never wait for a bulk operation.
    /// </summary>
    /// <remarks>
    /// An error that concerns every request, such as a rejected key, ends the sending: the remaining orders get it as the cause of their own
    /// <see cref="CancelManyResult.Error"/>. A block by Binance that outlasts a minute and the time limit of an order is an error of that order at once. If
    /// the sequence or the progress throws, the results of the orders in progress are returned before its exception is thrown.
    /// </remarks>
    /// <param name="ids">
    /// The ids of the orders. The sequence is read one by one as the operation proceeds. If it is no collection, it is read on another thread, so that it may
    /// block without delaying results.
    /// </param>
    /// <param name="options">The concurrency, the progress and the time limit of each order, or null for the defaults.</param>
    /// <param name="cancellationToken">
    /// A token that ends the operation. The results that are known by then are returned before <see cref="OperationCanceledException"/> is thrown.
    /// </param>
    /// <returns>
    /// The result of each order as soon as it is known, not in the order of <paramref name="ids"/>. The failure of one order never hides the result of another.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual IAsyncEnumerable<CancelManyResult> CancelManyAsync(
        IEnumerable<AlgoOrderId> ids, CancelManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        CancelManyOptions used = options ?? new CancelManyOptions();
        return CancelManyCoreAsync(RequestSource.ReadAsync(ids, id => CreateRequest(id, used), Calls.IsVirtualTime), used, cancellationToken);
    }

    /// <inheritdoc cref="CancelManyAsync(IEnumerable{AlgoOrderId}, CancelManyOptions?, CancellationToken)"/>
    /// <param name="ids">The ids of the orders. The sequence is read one by one as the operation proceeds. A slow one does not delay results.</param>
    /// <param name="options">The concurrency, the progress and the time limit of each order, or null for the defaults.</param>
    /// <param name="cancellationToken">
    /// A token that ends the operation. The results that are known by then are returned before <see cref="OperationCanceledException"/> is thrown.
    /// </param>
    public virtual IAsyncEnumerable<CancelManyResult> CancelManyAsync(
        IAsyncEnumerable<AlgoOrderId> ids, CancelManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        CancelManyOptions used = options ?? new CancelManyOptions();
        return CancelManyCoreAsync(RequestSource.ReadAsync(ids, id => CreateRequest(id, used), CancellationToken.None), used, cancellationToken);
    }

    private IAsyncEnumerable<CancelManyResult> CancelManyCoreAsync(
        IAsyncEnumerable<CancelAlgoOrderRequest?> requests, CancelManyOptions options, CancellationToken cancellationToken) =>
        Calls.ListAsync(
            "cancel_many",
            (Calls, requests, options),
            static (_, call, request) => new CancelManyProcedure(request.Calls, request.options).RunAsync(request.requests, call.CancellationToken),
            cancellationToken);

    private Task<CancelAllAlgoOrdersResult> CancelAllCoreAsync(string symbol, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        return Calls.RunAsync("cancel_all", symbol, timeout, CancelAllAlgoOrdersEndpoint.CancelAllAsync, cancellationToken);
    }

    private Task<CancelAllAlgoOrdersOutcome> EnsureAllCanceledCoreAsync(string symbol, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        return Calls.RunAsync(
            "ensure_all_canceled",
            (Calls, symbol),
            timeout,
            static (_, call, request) => EnsureAllCanceledProcedure.RunAsync(request.Calls, call, request.symbol),
            cancellationToken);
    }

    // A null id is a result of its own, so that no other is lost.
    private static CancelAlgoOrderRequest? CreateRequest(AlgoOrderId? id, CancelManyOptions options)
    {
        if (id is null)
        {
            return null;
        }

        return CancelAlgoOrderRequest.ById(id) with { Symbol = options.Symbol, Timeout = options.Timeout };
    }
}
