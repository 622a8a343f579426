using System.Net.Security;

namespace Binance.AlgoOrders.ProxyWorker;

/// <summary>The handlers that a client may send with. All use the proxy of the environment.</summary>
public static class Handlers
{
    public const string Own = "own";
    public const string Sockets = "sockets";
    public const string Client = "client";

    /// <summary>Returns null for the client's own handler.</summary>
    public static HttpMessageHandler? Create(string name) => name switch
    {
        // The certificate of the tests is self-signed.
        Sockets => new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=127.0.0.1" } },
        Client => new HttpClientHandler { UseProxy = true },
        _ => null,
    };
}
