using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

// Clock, connection, credentials and limits.
public partial class AlgoOrderClient
{
    /// <summary>
    /// Synchronizes the client's clock with Binance's clock by <c>GET /fapi/v1/time</c> (weight 1, three times) and uses the sample with the shortest round
    /// trip. Every call does the same automatically, once, when Binance rejects a timestamp (-1021). Concurrent callers share one synchronization.
    /// </summary>
    /// <param name="cancellationToken">A token that ends the waiting at once.</param>
    /// <exception cref="BinanceApiException">Binance rejected the request or sent an unexpected response.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<ServerTimeSync> SynchronizeClockAsync(CancellationToken cancellationToken = default) =>
        Calls.RunAsync("synchronize_clock", this, timeout: null, static (pipeline, call, _) => ServerTimeEndpoint.SynchronizeAsync(pipeline, call), cancellationToken);

    /// <summary>
    /// Prepares the client for its first cancel. The call compiles and loads the code that a cancel needs, by running a few made-up cancels inside the
    /// process, gets the credentials from a <see cref="AlgoOrderClientOptions.CredentialsProvider"/>, and opens two connections: one for requests, and one for
    /// requests that are sent again because a response is late.
    /// </summary>
    /// <remarks>
    /// The call sends <c>GET /fapi/v1/ping</c> (weight 1) seven times. With <see cref="AlgoOrderClientOptions.SynchronizeClockAtWarmUp"/>, it first sends
    /// <c>GET /fapi/v1/time</c> (1) three times to synchronize the clock. The made-up cancels run once per client, are signed with a made-up key, and never leave
    /// the process. With <see cref="AlgoOrderClientOptions.KeepWarmInterval"/>, a host warms the client up when it starts, and keeps both connections open.
    /// </remarks>
    /// <param name="cancellationToken">A token that ends the call at once.</param>
    /// <exception cref="BinanceApiException">Binance rejected a request.</exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time, or the credentials provider failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task WarmUpAsync(CancellationToken cancellationToken = default) =>
        Calls.RunAsync("warm_up", _warmUp!, timeout: null, static (pipeline, call, warmUp) => warmUp.RunAsync(pipeline, call), cancellationToken);

    /// <summary>
    /// Gets new credentials from <see cref="AlgoOrderClientOptions.CredentialsProvider"/> and signs with them from the next request on. Requests in progress
    /// end with the old credentials, which are then cleared. Every call does the same automatically, once, when Binance rejects the key (-2014, -2015). No
    /// request is sent.
    /// </summary>
    /// <remarks>The credentials never come from a call to the provider that began earlier. Concurrent callers share one call to the provider.</remarks>
    /// <param name="cancellationToken">A token that ends the waiting at once.</param>
    /// <exception cref="AlgoOrderTransportException">
    /// The provider failed, or did not return within <see cref="AlgoOrderClientOptions.Timeout"/>. The old credentials stay in use.
    /// </exception>
    /// <exception cref="InvalidOperationException">The client has no provider.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) =>
        Calls.RunAsync("refresh_credentials", _signer!, timeout: null, static (_, call, signer) => RefreshCredentialsProcedure.RunAsync(signer, call), cancellationToken);

    /// <summary>Sends a ping over each connection so that proxies and NATs do not drop it while it is idle.</summary>
    internal async Task KeepConnectionsAsync(CancellationToken cancellationToken)
    {
        if (_calls is not null)
        {
            CallContext call = _calls.CreateContext(cancellationToken);
            await PingEndpoint.PingAsync(_calls.Pipeline, call).ConfigureAwait(false);
            await PingEndpoint.PingAsync(_calls.Pipeline, call.StartNext(ConnectionKind.Second)).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the usage of the rate limits that Binance last reported to this client, and the time for which the client sends nothing.</summary>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual RateLimitSnapshot RateLimits => Calls.Pipeline.Limits.CreateSnapshot();
}
