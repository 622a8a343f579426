using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Samples;

/// <summary>
/// Serves a simulated exchange over real sockets, on loopback unless another address is given: HTTP/1.1 and WebSockets by Kestrel, with every response and
/// every lost connection of the exchange.
/// </summary>
public sealed partial class SimulatedExchangeServer : IAsyncDisposable
{
    private readonly Func<SimulatedExchange> _exchange;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private SimulatedExchangeServer(
        Func<SimulatedExchange> exchange, IPEndPoint address, X509Certificate2? certificate = null, Func<HttpContext, RequestDelegate, Task>? before = null)
    {
        _exchange = exchange;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime>(new ExternalLifetime());
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(address, listen =>
        {
            // A fault ends the connection of one request, and with HTTP/2 one connection carries many requests.
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        _app = builder.Build();
        _app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = PingInterval });
        if (before is not null)
        {
            _app.Use(before);
        }

        _app.Run(ServeAsync);
    }

    /// <summary>The address that the server listens on.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>Serves over plain HTTP.</summary>
    /// <param name="exchange">The exchange that processes the requests.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(SimulatedExchange exchange, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(() => exchange, port, cancellationToken);

    /// <summary>Serves over plain HTTP an exchange that may be replaced by another.</summary>
    /// <param name="exchange">A function that returns the exchange for a request.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(Func<SimulatedExchange> exchange, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(new SimulatedExchangeServer(exchange, Loopback(port)), cancellationToken);

    /// <summary>Serves over plain HTTP, behind a handler of other requests.</summary>
    /// <param name="exchange">The exchange that processes the requests that <paramref name="before"/> passes on.</param>
    /// <param name="before">A handler that receives every request first, and serves it or passes it on.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(
        SimulatedExchange exchange, Func<HttpContext, RequestDelegate, Task> before, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(exchange, before, Loopback(port), cancellationToken);

    /// <summary>Serves over plain HTTP on any address, behind a handler of other requests.</summary>
    /// <param name="exchange">The exchange that processes the requests that <paramref name="before"/> passes on.</param>
    /// <param name="before">A handler that receives every request first, and serves it or passes it on.</param>
    /// <param name="address">The address and the port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(
        SimulatedExchange exchange, Func<HttpContext, RequestDelegate, Task> before, IPEndPoint address, CancellationToken cancellationToken = default) =>
        StartAsync(new SimulatedExchangeServer(() => exchange, address, before: before), cancellationToken);

    /// <summary>Serves over TLS.</summary>
    /// <param name="exchange">The exchange that processes the requests.</param>
    /// <param name="certificate">The certificate with its private key.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(
        SimulatedExchange exchange, X509Certificate2 certificate, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(new SimulatedExchangeServer(() => exchange, Loopback(port), certificate), cancellationToken);

    /// <summary>Stops listening and ends every connection, without waiting for delayed responses.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private static IPEndPoint Loopback(int port) => new(IPAddress.Loopback, port);

    private static async Task<SimulatedExchangeServer> StartAsync(SimulatedExchangeServer server, CancellationToken cancellationToken)
    {
        try
        {
            await server._app.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _stopping.Token);
        try
        {
            if (http.WebSockets.IsWebSocketRequest && _exchange().ConnectWebSocket(TargetOf(http)) is { } socket)
            {
                await ServeAsync(http, socket, ended.Token);
                return;
            }

            SimulatedRequest request = await ReadAsync(http.Request, ended.Token);

            // A received request is executed even if the client has disconnected. Only the wait for the response ends with the connection.
            Task<SimulatedResponse> responding = _exchange().HandleAsync(request, CancellationToken.None).AsTask();
            await WriteAsync(http, await responding.WaitAsync(ended.Token), ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private static async Task<SimulatedRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var headers = request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new SimulatedRequest(request.Method, TargetOf(request.HttpContext), headers, body.ToArray());
    }

    // The raw target, because Path and QueryString are decoded and a signature covers the characters that were sent.
    private static string TargetOf(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static async Task WriteAsync(HttpContext http, SimulatedResponse response, CancellationToken ended)
    {
        if (response.IsDropped)
        {
            await EndAsync(http, response.Connection, ended);
            return;
        }

        http.Response.StatusCode = response.StatusCode;
        http.Response.ContentLength = response.Body.Length;
        foreach ((string name, string value) in response.Headers)
        {
            http.Response.Headers[name] = value;
        }

        // Kestrel closes the connection after a body that is shorter than its announced length.
        bool isBroken = response.Connection == ConnectionOutcome.BrokenInsideBody;
        await http.Response.Body.WriteAsync(isBroken ? response.Body[..(response.Body.Length / 2)] : response.Body, ended);
    }

    private static async Task EndAsync(HttpContext http, ConnectionOutcome connection, CancellationToken ended)
    {
        if (connection == ConnectionOutcome.Closed)
        {
            http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);

            // Kestrel would send a response before the client has read the end and closed its side.
            await Task.Delay(Timeout.InfiniteTimeSpan, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        http.Abort();
    }

    /// <summary>Leaves Ctrl-C to the program. The default lifetime of the host would handle it.</summary>
    private sealed class ExternalLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
