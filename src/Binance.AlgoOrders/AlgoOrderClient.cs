using Binance.AlgoOrders.DependencyInjection;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels, places and reads the algo orders of one account on Binance USDⓈ-M Futures: stops, take-profits and trailing stops. Thread-safe. Create one
/// client for an account and keep it. The methods are virtual, so that your tests can substitute the client.
/// </summary>
public partial class AlgoOrderClient : IDisposable
{
    private readonly CallRunner? _calls;
    private readonly RequestSigner? _signer;
    private readonly WarmUpProcedure? _warmUp;
    private readonly IDisposable? _owned;
    private int _disposed;

    /// <summary>Initializes a substitute that overrides the members it needs. All others throw <see cref="NotSupportedException"/>.</summary>
    protected AlgoOrderClient()
    {
    }

    internal AlgoOrderClient(CallRunner calls, RequestSigner signer, WarmUpProcedure warmUp, IDisposable? owned) =>
        (_calls, _signer, _warmUp, _owned) = (calls, signer, warmUp, owned);

    private CallRunner Calls
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
            return _calls ?? throw new NotSupportedException("This substitute of AlgoOrderClient does not override the method that was called.");
        }
    }

    /// <summary>Creates a client without a container. Dispose it when it is no longer needed.</summary>
    /// <param name="options">The keys, the environment and the limits. They are read once, so that later changes have no effect.</param>
    /// <param name="primaryHandler">
    /// The handler that sends the signed requests, such as a simulated exchange, or null for a pooled connection handler of the client. A handler that you
    /// pass stays yours to dispose. If it consists of several handlers, requests are signed below the innermost one, and the chain must be new and belong
    /// to this client alone. The client disables redirects on a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, for a loopback
    /// address also the proxy, and on the former also tracing, which would show signed addresses.
    /// </param>
    /// <param name="timeProvider">The source of all clocks and timers of the client, or null for the system.</param>
    /// <param name="loggerFactory">The factory of the logger with the category <c>Binance.AlgoOrders</c>, or null to log nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or outside its range. The message contains all errors.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="primaryHandler"/> is a chain that was used before or belongs to another client, or a handler that has sent a request with settings that the client disables.</exception>
    public static AlgoOrderClient Create(
        AlgoOrderClientOptions options, HttpMessageHandler? primaryHandler = null, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null) =>
        AlgoOrderClientFactory.Create(options, primaryHandler, timeProvider, loggerFactory);

    /// <summary>
    /// Cancels an order by <c>DELETE /fapi/v1/algoOrder</c> (weight 1) and returns Binance's acknowledgement of exactly this order, or throws an exception.
    /// </summary>
    /// <param name="request">The order to cancel and the limits of the call.</param>
    /// <param name="cancellationToken">A token that ends the call at once. It is then unknown whether the cancel was executed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="AlgoOrderNotFoundException">Binance did not find the order as a live one (-2011).</exception>
    /// <exception cref="BinanceRateLimitException">A limit was exceeded, or the IP address is banned (429, 418, -1003).</exception>
    /// <exception cref="BinanceApiException">
    /// Binance sent another response than the acknowledgement. For a 2xx response without it, the execution is <see cref="ExecutionStatus.Unknown"/>.
    /// </exception>
    /// <exception cref="AlgoOrderTransportException">No response arrived in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAlgoOrderResult> CancelAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Calls.RunAsync("cancel", request, request.Timeout, CancelAlgoOrderEndpoint.CancelAsync, cancellationToken);
    }

    /// <summary>
    /// Cancels an order and determines its state within the time limit of the request. The call retries the cancel while that may help, looks the order up
    /// after a lost response or "unknown order", waits until a short ban ends, and follows a trigger. The outcome never claims more than the call has
    /// verified.
    /// </summary>
    /// <remarks>
    /// The call sends <c>DELETE /fapi/v1/algoOrder</c> (weight 1) and, only if Binance does not acknowledge it, <c>GET /fapi/v1/algoOrder</c> (1),
    /// <c>GET /fapi/v1/openAlgoOrders</c> for the symbol of the request (1) and <c>GET /fapi/v1/time</c> (1).
    /// </remarks>
    /// <param name="request">The order to cancel and the limits of the call.</param>
    /// <param name="cancellationToken">A token that ends the call at once. It is then unknown whether the cancel was executed.</param>
    /// <returns>One of six cases. Switch over them, or use <see cref="CancelAlgoOrderOutcome.Match{TResult}"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="BinanceApiException">Binance rejected the key, the signature or the permission, or the timestamp a second time.</exception>
    /// <exception cref="BinanceRateLimitException">The client must not send requests for longer than the call lasts (429, 418, -1003).</exception>
    /// <exception cref="AlgoOrderTransportException">The credentials provider, the signer or a handler failed before the request was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Calls.RunAsync("ensure_canceled", request, request.Timeout, EnsureCanceledProcedure.RunAsync, cancellationToken);
    }

    /// <summary>Closes the connections and frees the keys of a client that <see cref="Create"/> returned, once, however often it is called. A container disposes its own clients.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the resources of the client.</summary>
    /// <param name="disposing">True if called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _owned?.Dispose();
        }
    }
}
