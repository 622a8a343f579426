using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Tests.DependencyInjection;

public class AddBinanceAlgoOrdersTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);

    [Fact]
    public void The_client_is_a_singleton_and_the_container_passes_validation()
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(TestAccount.Configure);
        services.AddBinanceAlgoOrders("second", TestAccount.Configure);
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();

        Assert.Same(client, provider.GetRequiredService<AlgoOrderClient>());
        Assert.NotSame(client, provider.GetRequiredKeyedService<AlgoOrderClient>("second"));
    }

    [Fact]
    public async Task A_client_from_the_container_sends_the_same_bytes_as_one_from_Create()
    {
        var time = new ManualTimeProvider(GoldenExchange.Now);
        using var viaContainer = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => viaContainer);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);

        using var viaCreate = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), viaCreate, time);
        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(viaCreate.Sent[0].Address.OriginalString, viaContainer.Sent[0].Address.OriginalString);
        Assert.Equal(viaCreate.Sent[0].Headers, viaContainer.Sent[0].Headers);
    }

    [Fact]
    public async Task Accounts_in_one_container_never_mix_keys_signatures_addresses_or_connections()
    {
        var exchanges = new Dictionary<string, SimulatedExchange>(StringComparer.Ordinal) { ["first"] = new(), ["second"] = new() };
        var stops = new Dictionary<string, SimulatedOrder>(StringComparer.Ordinal);
        var services = new ServiceCollection();
        foreach ((string name, SimulatedExchange exchange) in exchanges)
        {
            SimulatedAccount account = exchange.AddAccount();
            stops[name] = account.Place();
            services.AddBinanceAlgoOrders(name, options =>
            {
                options.ApiKey = account.ApiKey;
                options.SecretKey = account.SecretKey;
                options.BaseAddress = new Uri($"https://{name}.test");
            }).ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        foreach ((string name, SimulatedOrder stop) in stops)
        {
            await provider.GetRequiredKeyedService<AlgoOrderClient>(name)
                .CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);
        }

        Assert.All(stops.Values, stop => Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status));
        Assert.All(exchanges.Values, exchange => Assert.Single(exchange.Requests));
    }

    [Fact]
    public async Task The_factorys_loggers_write_no_query_key_or_signature_at_Trace()
    {
        using var network = new PrimaryHandlerStub();
        using var log = new CollectingLoggerProvider();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddBinanceAlgoOrders(TestAccount.Configure).AddDefaultLogger().ConfigurePrimaryHttpMessageHandler(() => network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);

        string written = log.ToString();
        Assert.Contains("Request Headers", written, StringComparison.Ordinal);
        Assert.Contains("/fapi/v1/algoOrder", written, StringComparison.Ordinal);
        Assert.DoesNotContain("2146760", written, StringComparison.Ordinal);
        Assert.DoesNotContain("timestamp=", written, StringComparison.Ordinal);
        Assert.DoesNotContain("X-MBX-APIKEY", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(GoldenExchange.ApiKey, written, StringComparison.Ordinal);
        Assert.DoesNotContain(network.Sent[0].Parameter("signature"), written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_registered_twice_is_one_client_with_the_options_of_both()
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders("hedge", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        services.AddBinanceAlgoOrders("hedge", options => (options.ApiKey, options.BaseAddress) = ("second-key", new Uri("https://exchange.test/")));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<AlgoOrderClient>("hedge").CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("second-key", Assert.Single(network.Sent).Headers["X-MBX-APIKEY"]);
        Assert.Single(provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>());
        Assert.Single(provider.GetKeyedServices<AlgoOrderClient>("hedge"));
    }

    [Fact]
    public async Task A_request_is_signed_once_when_the_client_is_registered_twice()
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(TestAccount.Configure);
        services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Single(network.Sent[0].Query.Split('&'), parameter => parameter.StartsWith("signature=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signer_and_a_timing_provider_are_resolved_from_the_container(bool registeredFirst)
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        if (registeredFirst)
        {
            AddOwnServices();
        }

        services.AddBinanceAlgoOrders(options => options.ApiKey = GoldenExchange.ApiKey).ConfigurePrimaryHttpMessageHandler(() => network);
        if (!registeredFirst)
        {
            AddOwnServices();
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("algoId=2146760&recvWindow=7&timestamp=42&signature=mine", network.Sent[0].Query);

        void AddOwnServices() => services.AddSingleton<IRequestSigner>(new FixedSigner("mine")).AddSingleton<IRequestTimingProvider>(new FixedTiming());
    }

    [Fact]
    public void A_named_client_does_not_use_a_signer_without_its_name()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IRequestSigner>(new FixedSigner("mine"));
        services.AddBinanceAlgoOrders("second", options => options.ApiKey = GoldenExchange.ApiKey);
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<AlgoOrderClient>("second"));

        Assert.Contains("'second'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("SecretKey", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_validated_when_the_host_starts()
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(_ => { });
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Binance.AlgoOrders")]
    public void A_name_that_is_blank_or_reserved_is_rejected(string name) =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddBinanceAlgoOrders(name, TestAccount.Configure));

    private sealed class FixedTiming : IRequestTimingProvider
    {
        public RequestTiming Stamp(TimeSpan recvWindow) => new(42, 7);
    }
}
