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
        ServerTimeEndpoint.SynchronizeAsync(Transport, cancellationToken);

    /// <summary>
    /// Does ahead of time what the first cancel would have to: opens the connection (<c>GET /fapi/v1/ping</c>, weight 1) and, with
    /// <see cref="AlgoOrderClientOptions.SynchronizeClockAtWarmUp"/>, sets the clock instead (<c>GET /fapi/v1/time</c>, three times).
    /// </summary>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="BinanceApiException">Binance refused.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task WarmUpAsync(CancellationToken cancellationToken = default) =>
        _synchronizesAtWarmUp ? SynchronizeClockAsync(cancellationToken) : PingEndpoint.PingAsync(Transport, cancellationToken);

    /// <summary>What Binance last reported of its limits, in any answer of this client, and for how long the client sends nothing.</summary>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual RateLimitSnapshot RateLimits => RateLimitSnapshot.Of(Transport.Limits);
}
