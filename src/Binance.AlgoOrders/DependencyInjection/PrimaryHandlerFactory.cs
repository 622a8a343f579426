using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Creates and wraps the handlers that send signed requests.</summary>
internal static class PrimaryHandlerFactory
{
    // A trading process may run for months. Connections are replaced in time to follow DNS changes.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPing = TimeSpan.FromSeconds(1);

    /// <summary>Creates the default handler for signed requests: no cookies, the platform's proxy.</summary>
    public static HttpMessageHandler Create(AlgoOrderClientOptions options) => new SocketsHttpHandler
    {
        PooledConnectionLifetime = ConnectionLifetime,
        // An idle connection outlives two pings, in case one of them is late.
        PooledConnectionIdleTimeout = TimeMath.Max(2 * (options.KeepWarmInterval ?? TimeSpan.Zero), DefaultIdleTimeout),
        // A connection attempt that outlives its request would delay the next requests.
        ConnectTimeout = options.AttemptTimeout,
        // Over HTTP/2, all further requests would use a connection that is dead.
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingDelay = ShortestPing,
        KeepAlivePingTimeout = TimeMath.Max(options.AttemptTimeout, ShortestPing),
        UseCookies = false,
    };

    /// <summary>
    /// Wraps the signing handler around a primary handler, once. Disables redirects, which would send key and signature elsewhere, and tracing, which
    /// would show them to listeners.
    /// </summary>
    public static HttpMessageHandler Wrap(HttpMessageHandler primaryHandler, RequestSigner signer)
    {
        if (primaryHandler is SigningHandler)
        {
            return primaryHandler;
        }

        DisableRedirectsAndTracing(primaryHandler);
        return new SigningHandler(signer, primaryHandler);
    }

    // A user's primary handler may consist of several handlers.
    private static void DisableRedirectsAndTracing(HttpMessageHandler? handler)
    {
        switch (handler)
        {
            case DelegatingHandler around:
                DisableRedirectsAndTracing(around.InnerHandler);
                break;
            case SocketsHttpHandler sockets when sockets.AllowAutoRedirect || sockets.ActivityHeadersPropagator is not null:
                sockets.AllowAutoRedirect = false;
                sockets.ActivityHeadersPropagator = null;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }
    }
}
