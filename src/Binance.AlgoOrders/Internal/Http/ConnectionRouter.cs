using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Sends each message over the connection that it needs: one of the main pool, one of a second pool, or a fresh one. The pools have the same settings and
/// share no connection.
/// </summary>
internal sealed class ConnectionRouter : DelegatingHandler
{
    private readonly Pool _second;
    private readonly Pool _fresh;

    public ConnectionRouter(SocketsHttpHandler pooled)
        : base(pooled)
    {
        _second = new Pool(pooled.CopySettings());
        SocketsHttpHandler fresh = pooled.CopySettings();
        fresh.PooledConnectionLifetime = TimeSpan.Zero;
        _fresh = new Pool(fresh);
    }

    /// <summary>Disposes the pools that are not the user's.</summary>
    public void DisposeOwnPools()
    {
        _second.Dispose();
        _fresh.Dispose();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ((SignedRequestMessage)request).Connection switch
    {
        ConnectionKind.Second => _second.SendAsync(request, cancellationToken),
        ConnectionKind.Fresh => _fresh.SendAsync(request, cancellationToken),
        _ => base.SendAsync(request, cancellationToken),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            DisposeOwnPools();
        }

        base.Dispose(disposing);
    }

    // An HttpMessageInvoker would write the signed address to the framework's events.
    private sealed class Pool(SocketsHttpHandler sockets) : DelegatingHandler(sockets)
    {
        public new Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => base.SendAsync(request, cancellationToken);
    }
}
