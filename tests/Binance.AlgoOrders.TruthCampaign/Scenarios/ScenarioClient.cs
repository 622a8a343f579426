using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Creates the client of a scenario with the handlers of its host: inside the primary handler, or on the builder of a container.</summary>
internal sealed class ScenarioClient : IDisposable
{
    private readonly IDisposable _owner;

    private ScenarioClient(AlgoOrderClient client, IDisposable owner) => (Client, _owner) = (client, owner);

    public AlgoOrderClient Client { get; }

    public static ScenarioClient Create(HostKind host, Action<AlgoOrderClientOptions> configure, HttpMessageHandler network, TimeProvider clock) => host switch
    {
        HostKind.None => CreateAlone(configure, network, clock),
        HostKind.RetryInside => CreateAlone(configure, new HostRetryHandler(network, clock, buffers: false), clock),
        HostKind.BufferingRetryInside => CreateAlone(configure, new HostRetryHandler(network, clock, buffers: true), clock),
        HostKind.WithoutContentInside => CreateAlone(configure, new WithoutContentHandler { InnerHandler = network }, clock),
        HostKind.ExpectContinueInside => CreateAlone(configure, new ExpectContinueHandler { InnerHandler = network }, clock),
        HostKind.WithoutContent => CreateInContainer(configure, network, clock, static builder => builder.AddHttpMessageHandler(static () => new WithoutContentHandler())),
        HostKind.ExpectContinue => CreateInContainer(configure, network, clock, static builder => builder.AddHttpMessageHandler(static () => new ExpectContinueHandler())),
        _ => CreateInContainer(configure, network, clock, AddStandardResilience),
    };

    public void Dispose() => _owner.Dispose();

    private static ScenarioClient CreateAlone(Action<AlgoOrderClientOptions> configure, HttpMessageHandler handler, TimeProvider clock)
    {
        var options = new AlgoOrderClientOptions();
        configure(options);
        var client = AlgoOrderClient.Create(options, handler, clock);
        return new ScenarioClient(client, client);
    }

    private static ScenarioClient CreateInContainer(
        Action<AlgoOrderClientOptions> configure, HttpMessageHandler network, TimeProvider clock, Action<IHttpClientBuilder> addHandler)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        addHandler(services.AddBinanceAlgoOrders(configure).ConfigurePrimaryHttpMessageHandler(() => network));
        ServiceProvider provider = services.BuildServiceProvider();
        return new ScenarioClient(provider.GetRequiredService<AlgoOrderClient>(), provider);
    }

    // Without pauses: one that the client's timeout cuts off continues on another thread, where the virtual clock is not reliable.
    private static void AddStandardResilience(IHttpClientBuilder builder) => builder.AddStandardResilienceHandler(static options =>
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.ShouldRetryAfterHeader = false;
    });
}
