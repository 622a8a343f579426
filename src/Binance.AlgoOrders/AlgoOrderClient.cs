using Binance.AlgoOrders.DependencyInjection;
using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels the algo orders of one account on Binance USDⓈ-M Futures: stops, take-profits and trailing stops. Thread-safe; make one for an
/// account and keep it. Its methods are virtual, so that your own tests can substitute it.
/// </summary>
public partial class AlgoOrderClient : IDisposable
{
    private readonly ApiTransport? _transport;
    private readonly WarmUpProcedure? _warmUp;
    private readonly IDisposable? _owned;
    private volatile bool _disposed;

    /// <summary>For substitutes that override what they use; every other method throws <see cref="NotSupportedException"/>.</summary>
    protected AlgoOrderClient()
    {
    }

    internal AlgoOrderClient(ApiTransport transport, WarmUpProcedure warmUp, IDisposable? owned) =>
        (_transport, _warmUp, _owned) = (transport, warmUp, owned);

    private ApiTransport Transport
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _transport ?? throw new NotSupportedException("This substitute of AlgoOrderClient does not override the method that was called.");
        }
    }

    /// <summary>Makes a client without a container. Dispose it when it is no longer needed.</summary>
    /// <param name="options">Keys, environment and limits; read once, later changes have no effect.</param>
    /// <param name="primaryHandler">
    /// What sends the signed requests, such as a simulated exchange; it stays yours to dispose. Null: a pooled connection handler of the
    /// client's own. Redirects are switched off on a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, and tracing, which shows
    /// signed addresses, on the former.
    /// </param>
    /// <param name="timeProvider">Every clock and timer of the client; null: the system's.</param>
    /// <param name="loggerFactory">Gets the category <c>Binance.AlgoOrders</c>; null: nothing is logged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or outside its range; the text names all that is wrong.</exception>
    public static AlgoOrderClient Create(
        AlgoOrderClientOptions options, HttpMessageHandler? primaryHandler = null, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null) =>
        AlgoOrderClientFactory.Create(options, primaryHandler, timeProvider, loggerFactory);

    /// <summary>
    /// Sends one cancel, <c>DELETE /fapi/v1/algoOrder</c> (weight 1), and returns Binance's acknowledgement of exactly this order, or throws.
    /// </summary>
    /// <param name="request">Which order, and within which limits.</param>
    /// <param name="cancellationToken">Ends the call at once; whether the cancel was executed is then unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="AlgoOrderNotFoundException">Binance does not know the order as a live one (-2011).</exception>
    /// <exception cref="BinanceRateLimitException">A limit was broken, or the address is banned (429, 418, -1003).</exception>
    /// <exception cref="BinanceApiException">Any other answer than the acknowledgement; a 2xx that is none has <see cref="ExecutionStatus.Unknown"/>.</exception>
    /// <exception cref="AlgoOrderTransportException">No answer came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAlgoOrderResult> CancelAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Transport.RunAsync("cancel", request, CancelAlgoOrderEndpoint.CancelAsync, cancellationToken);
    }

    /// <summary>
    /// Cancels an order and finds out what became of it, within the time of the request: cancels again while that may help, looks the order up
    /// where an answer was lost or says "unknown order", waits out a short ban, follows a trigger. It never claims what it does not know.
    /// </summary>
    /// <remarks>
    /// <c>DELETE /fapi/v1/algoOrder</c> (weight 1), and only where that is not acknowledged <c>GET /fapi/v1/algoOrder</c> (1),
    /// <c>GET /fapi/v1/openAlgoOrders</c> of the request's symbol (1) and <c>GET /fapi/v1/time</c> (1).
    /// </remarks>
    /// <param name="request">Which order, and within which limits.</param>
    /// <param name="cancellationToken">Ends the call at once; whether the cancel was executed is then unknown.</param>
    /// <returns>One of six cases; switch over them, or use <see cref="CancelAlgoOrderOutcome.Match{TResult}"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="BinanceApiException">Binance refuses the caller: key, signature, permission, or a clock that is refused twice.</exception>
    /// <exception cref="BinanceRateLimitException">The client must send nothing for longer than the call lasts (429, 418, -1003).</exception>
    /// <exception cref="AlgoOrderTransportException">The request could not be made: the credentials provider, the signer or a handler failed before it was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public virtual Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Transport.RunAsync("ensure_canceled", request, EnsureCanceledProcedure.RunAsync, cancellationToken);
    }

    /// <summary>Closes the connections and frees the keys of a client that <see cref="Create"/> made. A container disposes what it made itself.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the client holds.</summary>
    /// <param name="disposing">True: called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _owned?.Dispose();
        }
    }
}
