using System.Diagnostics.Metrics;
using Binance.AlgoOrders;
using Binance.AlgoOrders.DependencyInjection;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AlgoOrderClient"/>. A second registration of the same name adds its options to those of the first.</summary>
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
        return Add(services, Options.Options.DefaultName, options => ConfiguredOptions.Bind(options, section));
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
        return Add(services, name, options => ConfiguredOptions.Bind(options, section));
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
        bool isRegistered = services.Any(service => service.ServiceType == typeof(RequestSigner) && Equals(service.ServiceKey, httpClientName));

        AddOptions(services, name, setOptions);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SharedRequestBudgets>();
        services.TryAddKeyedSingleton(httpClientName, (provider, _) => AlgoOrderClientFactory.CreateSigner(
            GetOptions(provider, name),
            provider.GetServices<IPrivateKeySignerFactory>(),
            GetTimeProvider(provider),
            GetLogger(provider)));
        services.TryAddKeyedSingleton(httpClientName, (provider, _) => CreateLimits(provider, name, httpClientName));
        services.TryAddKeyedSingleton(httpClientName, (provider, _) => new CredentialsReloader(
            name,
            provider.GetRequiredService<IOptionsFactory<AlgoOrderClientOptions>>(),
            provider.GetServices<IOptionsChangeTokenSource<AlgoOrderClientOptions>>(),
            GetSigner(provider, httpClientName).Credentials,
            GetLogger(provider)));
        if (isDefault)
        {
            services.TryAddSingleton(provider => CreateClient(provider, name, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => CreateClient(provider, name, httpClientName));
        }

        IHttpClientBuilder builder = services.AddHttpClient(httpClientName);
        // A second registration adds options and handlers to the first one, whose primary handler must stay.
        if (isRegistered)
        {
            return builder;
        }

        services.AddSingleton<IHostedService>(provider => new KeepWarmService(
            () => GetOptionalService<AlgoOrderClient>(provider, name)!, GetOptions(provider, name).KeepWarmInterval, GetTimeProvider(provider), provider.GetService<ILoggerFactory>()));
        DefaultHandlers.Remove(builder);
        return Configure(builder, name);
    }

    private static void AddOptions(IServiceCollection services, string name, Action<OptionsBuilder<AlgoOrderClientOptions>> setOptions)
    {
        OptionsBuilder<AlgoOrderClientOptions> options = services.AddOptions<AlgoOrderClientOptions>(name);
        setOptions(options);
        options.PostConfigure<IServiceProvider>((value, provider) =>
        {
            value.Signer ??= GetOptionalService<IRequestSigner>(provider, name);
            value.CredentialsProvider ??= GetOptionalService<IApiCredentialsProvider>(provider, name);
            value.TimingProvider ??= GetOptionalService<IRequestTimingProvider>(provider, name);
        });
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlgoOrderClientOptions>, AlgoOrderClientOptionsValidator>());
    }

    private static IHttpClientBuilder Configure(IHttpClientBuilder builder, string name)
    {
        string httpClientName = builder.Name;
        builder
            .ConfigureHttpClient((provider, http) => AlgoOrderClientFactory.Configure(http, GetOptions(provider, name)))
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandlerFactory.Create(GetOptions(provider, name)))
            // The factory's loggers cost every call even without a listener, and the client has its own log. AddDefaultLogger adds them again.
            .RemoveAllLoggers()
            // The client keeps one handler, which recycles its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

        // Runs after the user's configuration, so that no handler comes between the signature and the primary handler.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(httpClientName, options => options.HttpMessageHandlerBuilderActions.Add(
            handlers => handlers.PrimaryHandler = Wrap(handlers.PrimaryHandler, handlers.Services, name, httpClientName)));
        return builder;
    }

    private static HttpMessageHandler Wrap(HttpMessageHandler primaryHandler, IServiceProvider provider, string name, string httpClientName)
    {
        bool isLoopback = BinanceAddress.IsLoopback(GetOptions(provider, name));
        return PrimaryHandlerFactory.Wrap(primaryHandler, GetSigner(provider, httpClientName), provider.GetRequiredKeyedService<RateLimitTracker>(httpClientName), isLoopback);
    }

    private static AlgoOrderClient CreateClient(IServiceProvider provider, string name, string httpClientName)
    {
        HttpClient configured = provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName);
        Meter meter = provider.GetRequiredService<IMeterFactory>().Create(TelemetrySource.Name, TelemetrySource.Version);
        AlgoOrderClientOptions options = GetOptions(provider, name);
        BinanceAddress.ThrowIfChanged(configured, options, httpClientName);
        if (options.CredentialsProvider is null)
        {
            _ = provider.GetRequiredKeyedService<CredentialsReloader>(httpClientName);
        }

        var services = new ClientServices(
            configured,
            new HttpMessageInvoker(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpClientName), disposeHandler: false),
            GetSigner(provider, httpClientName),
            provider.GetRequiredKeyedService<RateLimitTracker>(httpClientName),
            new TelemetrySource(meter, name.Length == 0 ? null : name, configured.BaseAddress!.Host),
            GetTimeProvider(provider),
            GetLogger(provider));
        return AlgoOrderClientFactory.Create(options, services, owned: null);
    }

    private static RateLimitTracker CreateLimits(IServiceProvider provider, string name, string httpClientName)
    {
        AlgoOrderClientOptions options = GetOptions(provider, name);
        // The container's budget is not stored in the options, because it may read them.
        IRequestBudget budget = options.RequestBudget
            ?? GetOptionalService<IRequestBudget>(provider, name)
            ?? provider.GetRequiredService<SharedRequestBudgets>().Get(options);
        return AlgoOrderClientFactory.CreateLimits(options, GetSigner(provider, httpClientName), budget, name, GetTimeProvider(provider));
    }

    private static AlgoOrderClientOptions GetOptions(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get(name);

    private static RequestSigner GetSigner(IServiceProvider provider, string httpClientName) => provider.GetRequiredKeyedService<RequestSigner>(httpClientName);

    private static ILogger GetLogger(IServiceProvider provider) => AlgoOrderClientFactory.GetLogger(provider.GetService<ILoggerFactory>());

    private static TimeProvider GetTimeProvider(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    // A named client never uses a service that was registered without its name, because a signer belongs to one key.
    private static TService? GetOptionalService<TService>(IServiceProvider provider, string name)
        where TService : class =>
        name == Options.Options.DefaultName ? provider.GetService<TService>() : provider.GetKeyedService<TService>(name);
}
