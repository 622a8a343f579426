using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The product as a user builds it: everything but keys, address and primary handler is the default.</summary>
internal static class ProductClient
{
    /// <summary>Without a container.</summary>
    public static AlgoOrderClient Create(Venue venue)
    {
        var options = new AlgoOrderClientOptions();
        Configure(options, venue);
        return AlgoOrderClient.Create(options, venue.CreateHandler());
    }

    /// <summary>A container with logging at its default level and nobody who listens, as most hosts' are for this category.</summary>
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
