using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders.Tests.Streams;

public sealed class RegistrationTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedExchange _exchange;
    private readonly SimulatedAccount _account;
    private readonly ServiceCollection _services = new();
    private ServiceProvider? _provider;

    public RegistrationTests()
    {
        _exchange = new SimulatedExchange(_time);
        _account = _exchange.AddAccount();
        _services.AddSingleton<TimeProvider>(_time);
        _services.AddSingleton<IStreamConnector>(new SimulatedConnector(_exchange, _time));
    }

    [Fact]
    public async Task A_host_connects_the_stream_when_it_starts()
    {
        AddClient().AddAlgoOrderStream();
        await StartHostAsync();
        AlgoOrderStream stream = Build().GetRequiredService<AlgoOrderStream>();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(stream.IsLive);
    }

    [Fact]
    public async Task A_named_client_has_a_stream_of_its_own()
    {
        AddClient("main").AddAlgoOrderStream();
        await StartHostAsync();
        AlgoOrderStream stream = Build().GetRequiredKeyedService<AlgoOrderStream>("main");
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(stream.IsLive);
        Assert.Null(Build().GetService<AlgoOrderStream>());
    }

    [Fact]
    public async Task A_second_registration_adds_its_options()
    {
        AddClient().AddAlgoOrderStream().AddAlgoOrderStream(options => options.BufferCapacity = 5);
        await StartHostAsync();

        Assert.Equal(5, Build().GetRequiredService<IOptions<AlgoOrderStreamOptions>>().Value.BufferCapacity);
        Assert.Single(Build().GetServices<AlgoOrderStream>());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(_exchange.WebSockets);
    }

    [Theory]
    [InlineData("BaseAddress", "https://fstream.binance.com", "BaseAddress must be an absolute wss address")]
    [InlineData("BaseAddress", "ws://fstream.binance.com", "BaseAddress must be an absolute wss address")]
    [InlineData("BaseAddress", "wss://fstream.binance.com/?a=b", "BaseAddress must be an absolute wss address")]
    [InlineData("KeyInterval", "00:31:00", "KeyInterval must be 1 second to 30 minutes, but was 00:31:00.")]
    [InlineData("SnapshotInterval", "00:00:01", "SnapshotInterval must be 10 seconds to 1 hour, but was 00:00:01.")]
    [InlineData("BufferCapacity", "0", "BufferCapacity must be 1 to 1,000,000, but was 0.")]
    public void An_option_outside_its_range_is_refused(string option, string value, string message)
    {
        AlgoOrderStreamOptions options = OptionsWith(option, value);
        AddClient();
        AlgoOrderClient client = Build().GetRequiredService<AlgoOrderClient>();

        ArgumentException failure = Assert.Throws<ArgumentException>(() => AlgoOrderStream.Create(client, options, _time));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_with_an_address_or_market_of_its_own_needs_a_stream_that_fits()
    {
        AddClient(configure: options => (options.Market, options.BaseAddress) = (BinanceMarket.CoinMargined, new Uri("https://localhost"))).AddAlgoOrderStream();

        OptionsValidationException failure = Assert.Throws<OptionsValidationException>(() => Build().GetRequiredService<AlgoOrderStream>());
        Assert.Equal(2, failure.Failures.Count());
    }

    [Theory]
    [InlineData("https://fapi.binance.com/fapi/v1/listenKey", "wss://fstream.binance.com/private/ws?")]
    [InlineData("https://demo-fapi.binance.com/fapi/v1/listenKey", "wss://demo-fstream.binance.com/private/ws?")]
    [InlineData("https://testnet.binancefuture.com/fapi/v1/listenKey", "wss://fstream.binancefuture.com/private/ws?")]
    public void A_key_determines_the_host_of_its_stream(string endpoint, string address) =>
        Assert.StartsWith(address, StreamAddress.Of(new ListenKey("key", new Uri(endpoint)), baseAddress: null).AbsoluteUri, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://dapi.binance.com/dapi/v1/listenKey")]
    [InlineData("https://localhost/fapi/v1/listenKey")]
    public void A_key_of_another_market_or_an_unknown_host_has_no_stream(string endpoint) =>
        Assert.Throws<InvalidOperationException>(() => StreamAddress.Of(new ListenKey("key", new Uri(endpoint)), baseAddress: null));

    [Fact]
    public void An_address_of_the_users_own_keeps_its_path() => Assert.StartsWith(
        "ws://127.0.0.1:5000/proxy/private/ws?listenKey=key&events=",
        StreamAddress.Of(new ListenKey("key", new Uri("https://localhost/fapi/v1/listenKey")), new Uri("ws://127.0.0.1:5000/proxy/")).AbsoluteUri,
        StringComparison.Ordinal);

    [Fact]
    public void A_substitute_overrides_what_it_needs()
    {
        using var substitute = new Substitute();

        Assert.True(substitute.IsLive);
        Assert.Throws<NotSupportedException>(() => { _ = substitute.ReadAllAsync(TestContext.Current.CancellationToken); });
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    private static AlgoOrderStreamOptions OptionsWith(string option, string value) => option switch
    {
        "BaseAddress" => new() { BaseAddress = new Uri(value) },
        "KeyInterval" => new() { KeyInterval = TimeSpan.Parse(value, null) },
        "SnapshotInterval" => new() { SnapshotInterval = TimeSpan.Parse(value, null) },
        _ => new() { BufferCapacity = int.Parse(value, null) },
    };

    private IHttpClientBuilder AddClient(string? name = null, Action<AlgoOrderClientOptions>? configure = null)
    {
        void Configure(AlgoOrderClientOptions options)
        {
            (options.ApiKey, options.SecretKey) = (_account.ApiKey, _account.SecretKey);
            configure?.Invoke(options);
        }

        IHttpClientBuilder builder = name is null ? _services.AddBinanceAlgoOrders(Configure) : _services.AddBinanceAlgoOrders(name, Configure);
        return builder.ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
    }

    private ServiceProvider Build() => _provider ??= _services.BuildServiceProvider(validateScopes: true);

    private async Task StartHostAsync()
    {
        foreach (IHostedService service in Build().GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    private sealed class Substitute : AlgoOrderStream
    {
        public override AlgoOrderStreamStatus Status { get; } = new() { State = AlgoOrderStreamState.Live, Reason = AlgoOrderStreamReason.None, Since = default };
    }
}
