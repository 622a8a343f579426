using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

// Many orders at once.
public partial class AlgoOrderClient
{
    /// <summary>
    /// Cancels all open algo orders of a symbol and returns Binance's acknowledgement, <c>DELETE /fapi/v1/algoOpenOrders</c> (weight 1). Ordinary
    /// orders are not touched. Which orders were canceled, and whether any triggered first, it does not tell.
    /// </summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <param name="cancellationToken">Ends the call at once; whether the cancel was executed is then unknown.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    /// <exception cref="BinanceApiException">Binance refused, or answered with something else.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAllAlgoOrdersResult> CancelAllAsync(string symbol, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        return Transport.RunAsync("cancel_all", symbol, CancelAllAlgoOrdersEndpoint.CancelAllAsync, cancellationToken);
    }

    /// <summary>
    /// Clears a symbol of algo orders and finds out what became of each: cancels all, reads what is left, settles every order that it has seen
    /// one by one, until the list is empty twice or <see cref="AlgoOrderClientOptions.Timeout"/> has passed. Ordinary orders are never touched.
    /// </summary>
    /// <remarks>Weight: 1 for every list and every cancel of all, and 2 for every order that was there.</remarks>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>. Not blank.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    /// <exception cref="BinanceApiException">Binance refuses the caller: key, signature, permission, or a clock that is refused twice.</exception>
    /// <exception cref="BinanceRateLimitException">The client must send nothing for longer than the call lasts, and nothing has been seen yet.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAllAlgoOrdersOutcome> EnsureAllCanceledAsync(string symbol, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        return Transport.RunAsync("ensure_all_canceled", symbol, EnsureAllCanceledProcedure.RunAsync, cancellationToken);
    }

    /// <summary>
    /// Cancels many orders, each as surely as <see cref="EnsureCanceledAsync"/>, a few at a time, within 96 percent of
    /// <see cref="AlgoOrderClientOptions.WeightLimit"/> per minute; the rest stays free for single cancels, which never wait for a bulk.
    /// </summary>
    /// <param name="ids">The orders; taken one by one as their turn comes.</param>
    /// <param name="options">Concurrency, progress and the time for each order; null: the defaults.</param>
    /// <param name="cancellationToken">Ends the work; what is known by then is returned before <see cref="OperationCanceledException"/> is thrown.</param>
    /// <returns>What became of each, as it becomes known, not in the order of <paramref name="ids"/>. An order that fails never hides another.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual IAsyncEnumerable<CancelManyItem> CancelManyAsync(
        IEnumerable<AlgoOrderId> ids, CancelManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Transport.ListAsync("cancel_many", (ids, options), CancelAsync, cancellationToken);

        static IAsyncEnumerable<CancelManyItem> CancelAsync(
            ApiTransport transport, (IEnumerable<AlgoOrderId> Ids, CancelManyOptions? Options) many, CancellationToken token) =>
            new CancelManyProcedure(transport, many.Options ?? new CancelManyOptions()).RunAsync(many.Ids, token);
    }
}
