using System.Diagnostics.Metrics;
using Binance.AlgoOrders;
using Binance.AlgoOrders.Streams.DependencyInjection;
using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Streams.Internal.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AlgoOrderStream"/>.</summary>
public static class AlgoOrderStreamHttpClientBuilderExtensions
{
    // The name of the HttpClient of the unnamed client, which is part of the public contract of AddBinanceAlgoOrders.
    private const string DefaultClientName = "Binance.AlgoOrders";

    /// <summary>
    /// Registers the <see cref="AlgoOrderStream"/> of one <see cref="AlgoOrderClient"/>, as a singleton, or as a keyed one with the name of the client. A host
    /// connects it when it starts, without waiting for the connection.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBinanceAlgoOrders</c> returned.</param>
    /// <param name="configure">The delegate that sets the options, or null for their defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddAlgoOrderStream(this IHttpClientBuilder builder, Action<AlgoOrderStreamOptions>? configure = null) =>
        Add(builder, options => options.Configure(configure ?? (_ => { })));

    /// <summary>Registers the same stream, with options from a configuration.</summary>
    /// <param name="builder">The builder that <c>AddBinanceAlgoOrders</c> returned.</param>
    /// <param name="section">Holds the properties of <see cref="AlgoOrderStreamOptions"/> by name, such as <c>SnapshotInterval</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="section"/> is null.</exception>
    public static IHttpClientBuilder AddAlgoOrderStream(this IHttpClientBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(builder, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, Action<OptionsBuilder<AlgoOrderStreamOptions>> setOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        bool isDefault = builder.Name == DefaultClientName;
        string name = isDefault ? Options.Options.DefaultName : builder.Name;

        OptionsBuilder<AlgoOrderStreamOptions> options = services.AddOptions<AlgoOrderStreamOptions>(name);
        setOptions(options);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlgoOrderStreamOptions>, AlgoOrderStreamOptionsValidator>());
        services.TryAddSingleton<IStreamConnector>(provider => new WebSocketConnector(provider.GetRequiredService<TimeProvider>()));

        // A second registration adds its options to those of the first.
        if (services.Any(service => service.ServiceType == typeof(AlgoOrderStream) && Equals(service.ServiceKey ?? Options.Options.DefaultName, name)))
        {
            return builder;
        }

        if (isDefault)
        {
            services.AddSingleton(provider => Create(provider, name, provider.GetRequiredService<AlgoOrderClient>()));
            services.AddSingleton<IHostedService>(provider => new AlgoOrderStreamStarter(provider.GetRequiredService<AlgoOrderStream>));
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => Create(provider, name, provider.GetRequiredKeyedService<AlgoOrderClient>(name)));
            services.AddSingleton<IHostedService>(provider => new AlgoOrderStreamStarter(() => provider.GetRequiredKeyedService<AlgoOrderStream>(name)));
        }

        return builder;
    }

    private static AlgoOrderStream Create(IServiceProvider provider, string name, AlgoOrderClient client)
    {
        AlgoOrderStreamOptions options = provider.GetRequiredService<IOptionsMonitor<AlgoOrderStreamOptions>>().Get(name);
        var telemetry = new StreamTelemetry(name, provider.GetService<IMeterFactory>(), provider.GetService<ILoggerFactory>());
        return new AlgoOrderStream(client, options, provider.GetRequiredService<IStreamConnector>(), telemetry, provider.GetRequiredService<TimeProvider>());
    }
}
