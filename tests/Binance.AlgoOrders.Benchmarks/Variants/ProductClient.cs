using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Creates the product with defaults for everything but keys, address and primary handler.</summary>
internal static class ProductClient
{
    /// <summary>Creates a client without a container.</summary>
    public static AlgoOrderClient Create(Venue venue) => Create(venue, static _ => { });

    /// <summary>Creates a client without a container and changes its options.</summary>
    public static AlgoOrderClient Create(Venue venue, Action<AlgoOrderClientOptions> configure)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options, venue);
        configure(options);
        return AlgoOrderClient.Create(options, venue.CreateHandler());
    }

    /// <summary>Creates a container that logs at the default level, without log providers.</summary>
    public static ServiceProvider CreateContainer(Venue venue)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBinanceAlgoOrders(options => Configure(options, venue)).ConfigurePrimaryHttpMessageHandler(venue.CreateHandler);
        return services.BuildServiceProvider();
    }

    private static void Configure(AlgoOrderClientOptions options, Venue venue)
    {
        options.ApiKey = Account.ApiKey;
        options.SecretKey = Account.SecretKey;
        options.BaseAddress = venue.Address;
        options.HttpVersion = venue.HttpVersion;
    }
}
