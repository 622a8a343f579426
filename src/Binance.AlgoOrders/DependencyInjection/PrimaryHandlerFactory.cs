using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Creates and wraps the handlers that send signed requests.</summary>
internal static class PrimaryHandlerFactory
{
    // A trading process may run for months. Connections are replaced in time to follow DNS changes.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPing = TimeSpan.FromSeconds(1);

    /// <summary>Creates the default handler for signed requests: no cookies, the platform's proxy unless the address is loopback.</summary>
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
    /// Inserts the signing handler directly before the handler that sends, once, so that it signs every copy that a handler of the user sends. Disables
    /// redirects, which would send key and signature elsewhere, tracing, which would show them to listeners, and for a loopback address the proxy.
    /// </summary>
    /// <param name="primaryHandler">The first handler of the chain.</param>
    /// <param name="signer">Signs the requests.</param>
    /// <param name="limits">The limits of the client.</param>
    /// <param name="isLoopback">True if the client sends to this machine.</param>
    /// <returns>The first handler of the chain.</returns>
    /// <exception cref="InvalidOperationException">The chain belongs to another client, or has sent a request.</exception>
    public static HttpMessageHandler Wrap(HttpMessageHandler primaryHandler, RequestSigner signer, RateLimitTracker limits, bool isLoopback)
    {
        DelegatingHandler[] chain = [.. GetChain(primaryHandler)];
        if (chain.OfType<SigningHandler>().FirstOrDefault() is { } signing)
        {
            return signing.BelongsTo(signer)
                ? primaryHandler
                : throw new InvalidOperationException("The primary handler belongs to another client, whose key would sign the requests. Give each client a chain of handlers of its own.");
        }

        DelegatingHandler? innermost = chain.LastOrDefault();
        HttpMessageHandler sender = innermost?.InnerHandler ?? primaryHandler;
        Restrict(sender, isLoopback);
        return Insert(primaryHandler, innermost, new SigningHandler(signer, limits, WithSeveralPools(sender), MayUseProxy(sender)));
    }

    /// <summary>Disposes the connections that a client opened besides those of the user's handler.</summary>
    public static void DisposeOwnPools(HttpMessageHandler wrapped) => GetChain(wrapped).OfType<ConnectionRouter>().SingleOrDefault()?.DisposeOwnPools();

    // Another handler chooses the connections itself.
    private static HttpMessageHandler WithSeveralPools(HttpMessageHandler sender) => sender switch
    {
        SocketsHttpHandler sockets => new ConnectionRouter(sockets),
        _ => sender,
    };

    // A DelegatingHandler without an inner handler responds itself.
    private static IEnumerable<DelegatingHandler> GetChain(HttpMessageHandler primaryHandler)
    {
        for (HttpMessageHandler handler = primaryHandler; handler is DelegatingHandler { InnerHandler: { } inner } around; handler = inner)
        {
            yield return around;
        }
    }

    private static HttpMessageHandler Insert(HttpMessageHandler primaryHandler, DelegatingHandler? innermost, SigningHandler signing)
    {
        if (innermost is null)
        {
            return signing;
        }

        try
        {
            innermost.InnerHandler = signing;
            return primaryHandler;
        }
        catch (InvalidOperationException used)
        {
            throw new InvalidOperationException("The primary handler must not have sent a request before, because the signing handler is inserted into its chain. Give the client a new chain of handlers.", used);
        }
    }

    private static bool MayUseProxy(HttpMessageHandler sender) => sender is SocketsHttpHandler { UseProxy: true } or HttpClientHandler { UseProxy: true };

    private static void Restrict(HttpMessageHandler sender, bool isLoopback)
    {
        try
        {
            DisableRedirectsAndTracing(sender);
            if (isLoopback && MayUseProxy(sender))
            {
                DisableProxy(sender);
            }
        }
        catch (InvalidOperationException used)
        {
            throw new InvalidOperationException("The primary handler must not have sent a request before, because the client disables its redirects, its tracing and, for a loopback address, its proxy. Give the client a new handler.", used);
        }
    }

    private static void DisableRedirectsAndTracing(HttpMessageHandler sender)
    {
        switch (sender)
        {
            case SocketsHttpHandler sockets when sockets.AllowAutoRedirect || sockets.ActivityHeadersPropagator is not null:
                sockets.AllowAutoRedirect = false;
                sockets.ActivityHeadersPropagator = null;
                break;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    // On loopback, plain http is allowed. A proxy would read key and signature in the clear.
    private static void DisableProxy(HttpMessageHandler sender)
    {
        switch (sender)
        {
            case SocketsHttpHandler sockets:
                sockets.UseProxy = false;
                break;
            case HttpClientHandler client:
                client.UseProxy = false;
                break;
        }
    }
}
