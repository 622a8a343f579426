
namespace Binance.AlgoOrders;

// The clock, the connection and the limits.
public partial class AlgoOrderClient
{
    /// <summary>
    /// Sets the client's clock by Binance's, <c>GET /fapi/v1/time</c> (weight 1, three times): of the looks the one with the least round trip
    /// counts. It happens by itself, once per call, when Binance refuses a timestamp (-1021). Callers at the same time share one run.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting at once.</param>
    /// <exception cref="BinanceApiException">Binance refused, or answered with something else.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<ServerTimeSync> SynchronizeClockAsync(CancellationToken cancellationToken = default) =>
        Transport.RunAsync("synchronize_clock", cancellationToken, static (transport, _, token) => ServerTimeEndpoint.SynchronizeAsync(transport, token), cancellationToken);

    /// <summary>
    /// Does ahead of time what the first cancel would have to: compiles and loads everything on its path, by playing a few made-up cancels
    /// inside the process, and opens the connection.
    /// </summary>
    /// <remarks>
    /// Sent is <c>GET /fapi/v1/ping</c> (weight 1) six times and, with <see cref="AlgoOrderClientOptions.SynchronizeClockAtWarmUp"/>, before that
    /// <c>GET /fapi/v1/time</c> (1) three times, which sets the clock. The made-up cancels are played once per client, signed with its signer, and
    /// never leave the process. <see cref="AlgoOrderClientOptions.KeepWarmInterval"/> does all this when a host starts, and keeps the connection.
    /// </remarks>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="BinanceApiException">Binance refused.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time, or the signer failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task WarmUpAsync(CancellationToken cancellationToken = default) =>
        Transport.RunAsync("warm_up", _warmUp!, static (_, warmUp, token) => warmUp.RunAsync(token), cancellationToken);

    /// <summary>
    /// Asks <see cref="AlgoOrderClientOptions.CredentialsProvider"/> for credentials now, and signs with them from the next request on. What is
    /// under way ends with the old ones, which are cleared after that. It happens by itself, once per call, when Binance refuses the key (-2014, -2015).
    /// Nothing is sent.
    /// </summary>
    /// <remarks>The answer is never one to a question that was asked earlier. Callers at the same time share a question.</remarks>
    /// <param name="cancellationToken">Ends the waiting at once.</param>
    /// <exception cref="AlgoOrderTransportException">
    /// The provider failed, or did not answer within <see cref="AlgoOrderClientOptions.Timeout"/>; the old credentials stay in use.
    /// </exception>
    /// <exception cref="InvalidOperationException">The client has no provider.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task RefreshCredentialsAsync(CancellationToken cancellationToken = default) =>
        Transport.RunAsync("refresh_credentials", cancellationToken, static (transport, _, token) => CredentialsRefresh.RunAsync(transport, token), cancellationToken);

    internal Task KeepConnectionAsync(CancellationToken cancellationToken) => _warmUp?.KeepAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>What Binance last reported of its limits, in any answer of this client, and for how long the client sends nothing.</summary>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual RateLimitSnapshot RateLimits => RateLimitSnapshot.Of(Transport.Limits);
}
