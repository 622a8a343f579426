using System.Net;
using Binance.AlgoOrders.IntegrationTests.HostileResponses;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.Proxies;

/// <summary>The proxy of the process and the proxy of a handler. No other test runs in parallel, because the first one is static.</summary>
[Collection(nameof(ConfiguredProxyTests))]
public sealed class ConfiguredProxyTests : IDisposable
{
    private readonly IWebProxy _defaultProxy = HttpClient.DefaultProxy;

    public static TheoryData<string> Hosts => [.. LoopbackTarget.Hosts];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_loopback_request_never_reaches_the_proxy_of_the_process(string host)
    {
        await using var proxy = new RecordingProxy();
        await using var target = new LoopbackTarget(host);
        HttpClient.DefaultProxy = ProxyAt(proxy);

        await CancelAsync(target.Address, handler: null);
        await CancelAsync(target.Address, new SocketsHttpHandler());
        await CancelAsync(target.Address, new HttpClientHandler());
        await CancelAsync(target.Address, new PassingHandler { InnerHandler = new SocketsHttpHandler() });
        await CancelFromContainerAsync(target.Address, builder => builder);

        Assert.Equal((5, 0), (target.Requests, proxy.Connections));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_loopback_request_never_reaches_the_proxy_of_a_users_handler(string host)
    {
        await using var proxy = new RecordingProxy();
        await using var target = new LoopbackTarget(host);

        await CancelAsync(target.Address, new SocketsHttpHandler { Proxy = ProxyAt(proxy) });
        await CancelAsync(target.Address, new HttpClientHandler { Proxy = ProxyAt(proxy) });
        await CancelFromContainerAsync(target.Address, builder => builder.UseSocketsHttpHandler((handler, _) => handler.Proxy = ProxyAt(proxy)));

        Assert.Equal((3, 0), (target.Requests, proxy.Connections));
    }

    [Fact]
    public async Task A_handler_of_another_client_that_uses_a_proxy_is_rejected_for_a_loopback_address()
    {
        await using var proxy = new RecordingProxy();
        await using var target = new LoopbackTarget("127.0.0.1");
        using var shared = new SocketsHttpHandler { Proxy = ProxyAt(proxy), AllowAutoRedirect = false, ActivityHeadersPropagator = null };
        using (var http = new HttpClient(shared, disposeHandler: false))
        {
            await http.GetAsync(new Uri("http://exchange.test/"), TestContext.Current.CancellationToken);
        }

        var failure = Assert.Throws<InvalidOperationException>(() => AlgoOrderClient.Create(Options(target.Address), shared));

        Assert.Contains("must not have sent a request before", failure.Message, StringComparison.Ordinal);
        Assert.Single(proxy.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.1")]
    public async Task A_request_that_a_handler_moves_to_loopback_is_not_sent_through_a_proxy(string host)
    {
        await using var proxy = new RecordingProxy();
        HttpClient.DefaultProxy = ProxyAt(proxy);
        var moved = new MovingHandler(new Uri($"http://{host}:1/fapi/v1/algoOrder")) { InnerHandler = new SocketsHttpHandler() };

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => CancelAsync("https://exchange.test/", moved));

        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Contains("The address must not be loopback", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, proxy.Connections);
    }

    [Theory]
    [InlineData("user:made-up-password")]
    [InlineData("user:made%40up-password")]
    [InlineData("made-up-password")]
    public async Task A_password_in_the_address_of_a_proxy_is_not_shown(string userInfo)
    {
        await using var proxy = new RecordingProxy(credentials: "user:another");
        using var logs = new Tests.CollectingLoggerProvider();
        using var log = new Microsoft.Extensions.Logging.LoggerFactory([logs], new Microsoft.Extensions.Logging.LoggerFilterOptions { MinLevel = Microsoft.Extensions.Logging.LogLevel.Trace });
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy($"http://{userInfo}@127.0.0.1:{proxy.Address}") };
        using AlgoOrderClient client = AlgoOrderClient.Create(Options("https://exchange.test/"), handler, loggerFactory: log);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken));

        Assert.Contains("407", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.DoesNotContain("up-password", failure + logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_https_request_goes_through_the_proxy_with_Basic_authentication()
    {
        await using var target = new TlsPeer([]);
        target.RespondProperly();
        await using var proxy = new RecordingProxy(target.BaseAddress.Port, "user:made-up-password");
        var configured = new WebProxy($"http://127.0.0.1:{proxy.Address}") { Credentials = new NetworkCredential("user", "made-up-password") };

        await CancelAsync("https://exchange.test/", new SocketsHttpHandler { Proxy = configured, SslOptions = target.Trust });

        Assert.Equal(["CONNECT", "CONNECT"], proxy.Requests.Select(head => head.Split(' ')[0]));
        Assert.Single(target.Requests);
    }

    public void Dispose() => HttpClient.DefaultProxy = _defaultProxy;

    private static WebProxy ProxyAt(RecordingProxy proxy) => new($"http://127.0.0.1:{proxy.Address}");

    private static AlgoOrderClientOptions Options(string address)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options, address);
        return options;
    }

    private static void Configure(AlgoOrderClientOptions options, string address)
    {
        (options.ApiKey, options.SecretKey) = ("made-up-api-key", "made-up-secret-key");
        (options.BaseAddress, options.MaxRetryAttempts) = (new Uri(address), 0);
    }

    private static async Task CancelAsync(string address, HttpMessageHandler? handler)
    {
        using HttpMessageHandler? disposed = handler;
        using AlgoOrderClient client = AlgoOrderClient.Create(Options(address), handler);
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);
    }

    private static async Task CancelFromContainerAsync(string address, Func<IHttpClientBuilder, IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddBinanceAlgoOrders(options => Configure(options, address)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken);
    }

    private sealed class PassingHandler : DelegatingHandler;

    private sealed class MovingHandler(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = address;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>The tests that replace the proxy of the process, which no other test runs in parallel with.</summary>
[CollectionDefinition(nameof(ConfiguredProxyTests), DisableParallelization = true)]
public sealed class ProxyIsolation;
