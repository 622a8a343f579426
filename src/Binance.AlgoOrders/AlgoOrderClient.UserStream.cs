namespace Binance.AlgoOrders;

// The key of the user data stream.
public partial class AlgoOrderClient
{
    /// <summary>
    /// Starts the account's user data stream by <c>POST /fapi/v1/listenKey</c> (weight 1), or extends it by 60 minutes if it was started before. An account
    /// has one stream, which all its programs share. The package Binance.AlgoOrders.Streams calls this method.
    /// </summary>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <returns>The key of the stream, which is a secret.</returns>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<ListenKey> StartUserStreamAsync(CancellationToken cancellationToken = default) =>
        Calls.RunAsync("start_user_stream", this, timeout: null, static (pipeline, call, _) => ListenKeyEndpoint.StartAsync(pipeline, call), cancellationToken);

    /// <summary>Extends the account's user data stream by 60 minutes, by <c>PUT /fapi/v1/listenKey</c> (weight 1). The key is not sent.</summary>
    /// <param name="key">The key that <see cref="StartUserStreamAsync"/> returned.</param>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <returns>
    /// True if Binance extended this key. False if the account has no valid key (-1125), or another one: connections with this key then get no more events.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<bool> ExtendUserStreamAsync(ListenKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Calls.RunAsync("extend_user_stream", key, timeout: null, ListenKeyEndpoint.ExtendAsync, cancellationToken);
    }

    /// <summary>
    /// Ends the account's user data stream by <c>DELETE /fapi/v1/listenKey</c> (weight 1). The connections of all programs that use the account then get no more
    /// events.
    /// </summary>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <returns>False if the account had no stream (-1125).</returns>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<bool> EndUserStreamAsync(CancellationToken cancellationToken = default) =>
        Calls.RunAsync("end_user_stream", this, timeout: null, static (pipeline, call, _) => ListenKeyEndpoint.EndAsync(pipeline, call), cancellationToken);
}
