using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Binance.AlgoOrders.IntegrationTests.HostileResponses;
using Binance.AlgoOrders.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>A simulated exchange over TLS on loopback that offers HTTP/2 and HTTP/1.1. It records each request and can leave requests without a response.</summary>
internal sealed class TlsExchange : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = PeerCertificate.Create();
    private readonly SimulatedExchange _exchange = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly WebApplication _app;
    private int _unanswered;
    private Meeting? _meeting;

    private TlsExchange()
    {
        Account = _exchange.AddAccount();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.UseHttps(_certificate);
        }));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public SimulatedAccount Account { get; }

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>The options with which a client trusts this exchange only.</summary>
    public SslClientAuthenticationOptions Trust => PeerCertificate.Trust(_certificate);

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public static async Task<TlsExchange> StartAsync()
    {
        var exchange = new TlsExchange();
        await exchange._app.StartAsync();
        return exchange;
    }

    /// <summary>Leaves the next requests without a response. Their connections stay open.</summary>
    public void IgnoreNext(int requests) => Volatile.Write(ref _unanswered, requests);

    /// <summary>Responds to none of the next requests before all of them have arrived, so that each has a connection of its own over HTTP/1.1.</summary>
    public void RespondTogether(int requests) => Volatile.Write(ref _meeting, new Meeting(requests));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        _requests.Enqueue(new ReceivedRequest(http.Connection.Id, request.Protocol, request.Method, request.Path));
        try
        {
            if (Interlocked.Decrement(ref _unanswered) >= 0)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
            }

            if (Volatile.Read(ref _meeting) is { } meeting)
            {
                await meeting.JoinAsync().WaitAsync(_stop.Token);
            }

            await RespondAsync(http);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private async Task RespondAsync(HttpContext http)
    {
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = http.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, _stop.Token);
        SimulatedResponse response = await _exchange.HandleAsync(new SimulatedRequest(http.Request.Method, target, headers, body.ToArray()), _stop.Token);
        http.Response.StatusCode = response.StatusCode;
        http.Response.ContentLength = response.Body.Length;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(response.Body, _stop.Token);
    }

    private sealed class Meeting(int size)
    {
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = size;

        public Task JoinAsync()
        {
            if (Interlocked.Decrement(ref _missing) <= 0)
            {
                _complete.TrySetResult();
            }

            return _complete.Task;
        }
    }
}
