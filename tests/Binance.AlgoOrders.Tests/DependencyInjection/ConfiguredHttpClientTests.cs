using System.Net;
using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

/// <summary>Settings of the client's <see cref="HttpClient"/> take effect, although no request goes through it.</summary>
public sealed class ConfiguredHttpClientTests : IDisposable
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private ServiceProvider? _provider;

    [Fact]
    public async Task Default_headers_are_sent_with_every_request()
    {
        using var network = new PrimaryHandlerStub();
        AlgoOrderClient client = ClientWith(network, http => http.DefaultRequestHeaders.Add("User-Agent", "bot/1.0"));

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);
        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.All(network.Sent, sent => Assert.Equal("bot/1.0", sent.Headers["User-Agent"]));
        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public void A_base_address_that_is_not_the_one_of_the_options_is_rejected()
    {
        using var network = new PrimaryHandlerStub();

        var failure = Assert.Throws<InvalidOperationException>(() => ClientWith(network, http => http.BaseAddress = new Uri("https://gateway.example/binance/")));

        Assert.Contains("must be https://fapi.binance.com/, but was https://gateway.example/binance/", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_own_HttpClient_of_the_same_name_gets_no_signed_request_when_it_is_registered_before()
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddHttpClient("hedge", http => http.BaseAddress = new Uri("https://users.example/"));
        services.AddBinanceAlgoOrders("hedge", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        _provider = services.BuildServiceProvider();

        await _provider.GetRequiredKeyedService<AlgoOrderClient>("hedge").CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("fapi.binance.com", Assert.Single(network.Sent).Address.Host);
    }

    [Fact]
    public void A_users_own_HttpClient_of_the_same_name_is_rejected_when_it_is_registered_after()
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders("hedge", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        services.AddHttpClient("hedge", http => http.BaseAddress = new Uri("https://users.example/"));
        _provider = services.BuildServiceProvider();

        var failure = Assert.Throws<InvalidOperationException>(() => _provider.GetRequiredKeyedService<AlgoOrderClient>("hedge"));

        Assert.Contains("'hedge'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_base_address_of_every_HttpClient_moves_no_signed_request(bool isBefore)
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        if (isBefore)
        {
            AddDefault();
        }

        services.AddBinanceAlgoOrders("hedge", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        if (!isBefore)
        {
            AddDefault();
        }

        _provider = services.BuildServiceProvider();

        await _provider.GetRequiredKeyedService<AlgoOrderClient>("hedge").CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("fapi.binance.com", Assert.Single(network.Sent).Address.Host);

        void AddDefault() => services.ConfigureHttpClientDefaults(builder => builder.ConfigureHttpClient(http => http.BaseAddress = new Uri("https://users.example/")));
    }

    [Fact]
    public async Task A_users_own_HttpClient_of_the_same_name_sends_nothing_itself()
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddHttpClient("hedge", http => http.BaseAddress = new Uri("https://users.example/"));
        services.AddBinanceAlgoOrders("hedge", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        _provider = services.BuildServiceProvider();
        using HttpClient http = _provider.GetRequiredService<IHttpClientFactory>().CreateClient("hedge");

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("https://users.example/"), TestContext.Current.CancellationToken));

        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task The_version_and_its_policy_are_set_on_every_request()
    {
        using var network = new PrimaryHandlerStub();
        AlgoOrderClient client = ClientWith(network, http =>
            (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact));

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (network.LastMessage!.Version, network.LastMessage.VersionPolicy));
    }

    [Fact]
    public async Task A_timeout_ends_every_attempt()
    {
        using var network = new PrimaryHandlerStub(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Not reached.");
        });
        AlgoOrderClient client = ClientWith(network, http => http.Timeout = TimeSpan.FromMilliseconds(1), options => options.MaxRetryAttempts = 0);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
    }

    [Fact]
    public async Task The_factorys_loggers_write_nothing_unless_they_are_added()
    {
        Assert.DoesNotContain("HTTP request", await GetLogOfCancelAsync(builder => builder), StringComparison.Ordinal);
        Assert.Contains("HTTP request", await GetLogOfCancelAsync(builder => builder.AddDefaultLogger()), StringComparison.Ordinal);
    }

    public void Dispose() => _provider?.Dispose();

    private static async Task<string> GetLogOfCancelAsync(Func<IHttpClientBuilder, IHttpClientBuilder> configure)
    {
        using var network = new PrimaryHandlerStub();
        using var logs = new CollectingLoggerProvider();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(logs));
        configure(services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);
        return logs.ToString();
    }

    private AlgoOrderClient ClientWith(PrimaryHandlerStub network, Action<HttpClient> configure, Action<AlgoOrderClientOptions>? options = null)
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(value =>
            {
                TestAccount.Configure(value);
                options?.Invoke(value);
            })
            .ConfigureHttpClient(configure)
            .ConfigurePrimaryHttpMessageHandler(() => network);
        _provider = services.BuildServiceProvider();
        return _provider.GetRequiredService<AlgoOrderClient>();
    }
}
