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
/// A simulated exchange behind real sockets, on loopback only: HTTP/1.1 by Kestrel, every answer and every lost connection as the exchange decides.
/// </summary>
public sealed class SimulatedExchangeServer : IAsyncDisposable
{
    private readonly Func<SimulatedExchange> _exchange;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private SimulatedExchangeServer(
        Func<SimulatedExchange> exchange, int port, X509Certificate2? certificate = null, Func<HttpContext, RequestDelegate, Task>? before = null)
    {
        _exchange = exchange;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime>(new CallersLifetime());
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            // The faults speak of connections, and with HTTP/2 one connection carries many requests.
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        _app = builder.Build();
        if (before is not null)
        {
            _app.Use(before);
        }

        _app.Run(ServeAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>Serves over plain HTTP.</summary>
    /// <param name="exchange">Answers the requests.</param>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="cancellationToken">Ends the starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(SimulatedExchange exchange, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(() => exchange, port, cancellationToken);

    /// <summary>Serves over plain HTTP an exchange that may give way to another.</summary>
    /// <param name="exchange">Asked with every request which one answers it.</param>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="cancellationToken">Ends the starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(Func<SimulatedExchange> exchange, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(new SimulatedExchangeServer(exchange, port), cancellationToken);

    /// <summary>Serves over plain HTTP, beside something else that takes the requests that are its own.</summary>
    /// <param name="exchange">Answers the requests that are handed on.</param>
    /// <param name="before">Sees every request first, and answers it or hands it on.</param>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="cancellationToken">Ends the starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(
        SimulatedExchange exchange, Func<HttpContext, RequestDelegate, Task> before, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(new SimulatedExchangeServer(() => exchange, port, before: before), cancellationToken);

    /// <summary>Serves over TLS.</summary>
    /// <param name="exchange">Answers the requests.</param>
    /// <param name="certificate">With its private key.</param>
    /// <param name="port">0 takes a free port.</param>
    /// <param name="cancellationToken">Ends the starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static Task<SimulatedExchangeServer> StartAsync(
        SimulatedExchange exchange, X509Certificate2 certificate, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(new SimulatedExchangeServer(() => exchange, port, certificate), cancellationToken);

    /// <summary>Stops listening and ends every connection; answers that are still held back are not waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

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
            SimulatedRequest request = await ReadAsync(http.Request, ended.Token);

            // What has arrived is executed, even if the client has gone by now: only the waiting ends with the connection.
            Task<SimulatedAnswer> answering = _exchange().HandleAsync(request, CancellationToken.None).AsTask();
            await WriteAsync(http, await answering.WaitAsync(ended.Token), ended.Token);
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

        // Not Path and QueryString: those are decoded and normalised, and a signature is made over the characters that were sent.
        string target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new SimulatedRequest(request.Method, target, headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpContext http, SimulatedAnswer answer, CancellationToken ended)
    {
        if (answer.IsDropped)
        {
            await EndAsync(http, answer.Connection, ended);
            return;
        }

        http.Response.StatusCode = answer.StatusCode;
        http.Response.ContentLength = answer.Body.Length;
        foreach ((string name, string value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        // Kestrel closes a connection whose answer stays shorter than announced, once it has sent what there is.
        bool isBroken = answer.Connection == SimulatedConnection.BrokenInsideBody;
        await http.Response.Body.WriteAsync(isBroken ? answer.Body[..(answer.Body.Length / 2)] : answer.Body, ended);
    }

    private static async Task EndAsync(HttpContext http, SimulatedConnection connection, CancellationToken ended)
    {
        if (connection == SimulatedConnection.Closed)
        {
            http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);

            // The client reads the end and closes its side; before that, Kestrel would try to answer.
            await Task.Delay(Timeout.InfiniteTimeSpan, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        http.Abort();
    }

    /// <summary>Leaves Ctrl-C to the program: a host of its own would take it away from it.</summary>
    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
