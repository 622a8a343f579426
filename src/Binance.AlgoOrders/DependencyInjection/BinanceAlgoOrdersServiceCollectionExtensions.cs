using System.Diagnostics.Metrics;
using Binance.AlgoOrders;
using Binance.AlgoOrders.DependencyInjection;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AlgoOrderClient"/>.</summary>
public static class BinanceAlgoOrdersServiceCollectionExtensions
{
    private const string DefaultHttpClientName = "Binance.AlgoOrders";

    /// <summary>Registers the <see cref="AlgoOrderClient"/> of a program's only account, as a singleton.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets keys, environment and limits.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>: handlers added there see requests without parameters, key and signature.</returns>
    public static IHttpClientBuilder AddBinanceAlgoOrders(this IServiceCollection services, Action<AlgoOrderClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, Options.Options.DefaultName, options => options.Configure(configure));
    }

    /// <summary>Registers the <see cref="AlgoOrderClient"/> of a program's only account, as a singleton.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="section">Holds the properties of <see cref="AlgoOrderClientOptions"/> by name, such as <c>ApiKey</c>.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>: handlers added there see requests without parameters, key and signature.</returns>
    public static IHttpClientBuilder AddBinanceAlgoOrders(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, Options.Options.DefaultName, options => options.Bind(section));
    }

    /// <summary>Registers the <see cref="AlgoOrderClient"/> of one account among several, as a keyed singleton.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The service key, the name of the options and the name of the <see cref="HttpClient"/>, all in one. Not blank.</param>
    /// <param name="configure">Sets keys, environment and limits.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>: handlers added there see requests without parameters, key and signature.</returns>
    public static IHttpClientBuilder AddBinanceAlgoOrders(this IServiceCollection services, string name, Action<AlgoOrderClientOptions> configure)
    {
        ThrowIfNotAName(name);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Registers the <see cref="AlgoOrderClient"/> of one account among several, as a keyed singleton.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The service key, the name of the options and the name of the <see cref="HttpClient"/>, all in one. Not blank.</param>
    /// <param name="section">Holds the properties of <see cref="AlgoOrderClientOptions"/> by name, such as <c>ApiKey</c>.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>: handlers added there see requests without parameters, key and signature.</returns>
    public static IHttpClientBuilder AddBinanceAlgoOrders(this IServiceCollection services, string name, IConfiguration section)
    {
        ThrowIfNotAName(name);
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static void ThrowIfNotAName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name == DefaultHttpClientName)
        {
            throw new ArgumentException($"'{DefaultHttpClientName}' is the HttpClient of the client without a name: choose another.", nameof(name));
        }
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<OptionsBuilder<AlgoOrderClientOptions>> setOptions)
    {
        ArgumentNullException.ThrowIfNull(services);
        bool isDefault = name == Options.Options.DefaultName;
        string httpClientName = isDefault ? DefaultHttpClientName : name;

        AddOptions(services, name, setOptions);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(httpClientName, (provider, _) => AlgoOrderClientFactory.CreateSigning(
            OptionsOf(provider, name),
            provider.GetServices<IPrivateKeySignerFactory>(),
            TimeOf(provider),
            LoggerOf(provider)));
        services.TryAddKeyedSingleton(httpClientName, (provider, _) => new OptionsWatch(
            name,
            provider.GetRequiredService<IOptionsFactory<AlgoOrderClientOptions>>(),
            provider.GetServices<IOptionsChangeTokenSource<AlgoOrderClientOptions>>(),
            SigningOf(provider, httpClientName).Keys,
            LoggerOf(provider)));
        if (isDefault)
        {
            services.TryAddSingleton(provider => CreateClient(provider, name, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => CreateClient(provider, name, httpClientName));
        }

        services.AddSingleton<IHostedService>(provider => new KeepWarmService(
            () => ClientOf(provider, name), OptionsOf(provider, name).KeepWarmInterval, TimeOf(provider), provider.GetService<ILoggerFactory>()));
        return AddHttpClient(services, name, httpClientName);
    }

    private static void AddOptions(IServiceCollection services, string name, Action<OptionsBuilder<AlgoOrderClientOptions>> setOptions)
    {
        OptionsBuilder<AlgoOrderClientOptions> options = services.AddOptions<AlgoOrderClientOptions>(name);
        setOptions(options);
        options.PostConfigure<IServiceProvider>((value, provider) =>
        {
            value.Signer ??= SeamOf<IRequestSigner>(provider, name);
            value.CredentialsProvider ??= SeamOf<IApiCredentialsProvider>(provider, name);
            value.TimingProvider ??= SeamOf<IRequestTimingProvider>(provider, name);
        });
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlgoOrderClientOptions>, AlgoOrderClientOptionsValidator>());
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name, string httpClientName)
    {
        IHttpClientBuilder builder = services
            .AddHttpClient(httpClientName, (provider, http) => AlgoOrderClientFactory.Configure(http, OptionsOf(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(provider => AlgoOrderClientFactory.CreatePrimaryHandler(OptionsOf(provider, name)))
            // They would cost every call even when nobody listens; the client has a log of its own. AddDefaultLogger brings them back.
            .RemoveAllLoggers()
            // The client keeps one handler; its connections are recycled by the handler itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

        // After everything that a user configures: the primary handler is final then, and nothing comes between it and the signature.
        services.PostConfigure<HttpClientFactoryOptions>(httpClientName, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
            handlers.PrimaryHandler = AlgoOrderClientFactory.WrapPrimaryHandler(
                handlers.PrimaryHandler,
                SigningOf(handlers.Services, httpClientName))));
        return builder;
    }

    private static AlgoOrderClient CreateClient(IServiceProvider provider, string name, string httpClientName)
    {
        HttpClient configured = provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName);
        Meter meter = provider.GetRequiredService<IMeterFactory>().Create(TelemetrySource.Name, TelemetrySource.Version);
        AlgoOrderClientOptions options = OptionsOf(provider, name);
        if (options.CredentialsProvider is null)
        {
            _ = provider.GetRequiredKeyedService<OptionsWatch>(httpClientName);
        }

        // The container's is not put into the options: it may read them.
        IRequestBudget budget = options.RequestBudget ?? SeamOf<IRequestBudget>(provider, name) ?? AlgoOrderClientFactory.CreateBudget(options, TimeOf(provider));
        return AlgoOrderClientFactory.Create(
            options,
            configured,
            new HttpMessageInvoker(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpClientName), disposeHandler: false),
            SigningOf(provider, httpClientName),
            budget,
            TimeOf(provider),
            provider.GetService<ILoggerFactory>(),
            new TelemetrySource(meter, name.Length == 0 ? null : name, configured.BaseAddress!.Host),
            owned: null);
    }

    private static AlgoOrderClient ClientOf(IServiceProvider provider, string name) => name == Options.Options.DefaultName
        ? provider.GetRequiredService<AlgoOrderClient>()
        : provider.GetRequiredKeyedService<AlgoOrderClient>(name);

    private static AlgoOrderClientOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get(name);

    private static RequestSigning SigningOf(IServiceProvider provider, string httpClientName) => provider.GetRequiredKeyedService<RequestSigning>(httpClientName);

    private static ILogger LoggerOf(IServiceProvider provider) => AlgoOrderClientFactory.LoggerOf(provider.GetService<ILoggerFactory>());

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    // An account among several never takes a seam that was registered for all: a signer belongs to one key.
    private static TSeam? SeamOf<TSeam>(IServiceProvider provider, string name)
        where TSeam : class =>
        name == Options.Options.DefaultName ? provider.GetService<TSeam>() : provider.GetKeyedService<TSeam>(name);
}
