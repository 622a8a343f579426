using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Acknowledges every cancel over real sockets on loopback, with as little work as Kestrel allows.</summary>
internal sealed class LoopbackExchange : IAsyncDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly WebApplication _app;
    private int _connections;

    private LoopbackExchange(X509Certificate2? certificate)
    {
        _certificate = certificate;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, Listen));
        _app = builder.Build();
        _app.Run(RespondAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>The SHA-256 hash of the certificate, or an empty string if there is none.</summary>
    public string CertificateHash => _certificate?.GetCertHashString(HashAlgorithmName.SHA256) ?? "";

    /// <summary>The number of accepted connections.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public static async Task<LoopbackExchange> StartAsync(bool withTls)
    {
        var exchange = new LoopbackExchange(withTls ? LoopbackCertificate.Create() : null);
        await exchange._app.StartAsync();
        return exchange;
    }

    public Venue ToVenue() => new(_certificate is null ? "http" : "tls", Address, () => BareHandler.Trusting(CertificateHash));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
    }

    private void Listen(ListenOptions listen)
    {
        listen.Protocols = _certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
        listen.Use(next => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        });
        if (_certificate is not null)
        {
            listen.UseHttps(_certificate);
        }
    }

    // A ping gets the same response, whose body the client ignores.
    private static Task RespondAsync(HttpContext http)
    {
        http.Response.ContentType = Acknowledgement.ContentType;
        http.Response.ContentLength = Acknowledgement.Body.Length;
        // Kestrel writes Date and Connection itself.
        foreach ((string name, string value) in Acknowledgement.Headers.Where(header => header.Name is not "Date" and not "Connection"))
        {
            http.Response.Headers[name] = value;
        }

        return http.Response.Body.WriteAsync(Acknowledgement.Body, 0, Acknowledgement.Body.Length);
    }
}
