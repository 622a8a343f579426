using System.Diagnostics.Metrics;
using Binance.AlgoOrders;
using Binance.AlgoOrders.Redis.DependencyInjection;
using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a request budget that several processes share through Redis.</summary>
public static class RedisRequestBudgetHttpClientBuilderExtensions
{
    // The name of the HttpClient of the unnamed client, which is part of the public contract of AddBinanceAlgoOrders.
    private const string DefaultClientName = "Binance.AlgoOrders";

    /// <summary>
    /// Registers for one <see cref="AlgoOrderClient"/> a budget that is shared with every process that uses the same Redis and the same
    /// <see cref="RedisRequestBudgetOptions.Name"/>. Weight and bans are shared by host and name, order counts by account. Only bulk cancels wait for
    /// Redis, for at most <see cref="RedisRequestBudgetOptions.MaxDelay"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBinanceAlgoOrders</c> returned.</param>
    /// <param name="configure">The delegate that sets the options, or null for their defaults and the container's <see cref="IConnectionMultiplexer"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddRedisRequestBudget(this IHttpClientBuilder builder, Action<RedisRequestBudgetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        string httpClientName = builder.Name;
        bool isDefault = httpClientName == DefaultClientName;
        string name = isDefault ? Options.Options.DefaultName : httpClientName;

        OptionsBuilder<RedisRequestBudgetOptions> options = services.AddOptions<RedisRequestBudgetOptions>(name);
        options.Configure(configure ?? (_ => { }));
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisRequestBudgetOptions>, RedisRequestBudgetOptionsValidator>());
        if (isDefault)
        {
            services.TryAddSingleton<IRequestBudget>(provider => CreateBudget(provider, name, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton<IRequestBudget>(name, (provider, _) => CreateBudget(provider, name, httpClientName));
        }

        return builder;
    }

    private static RedisRequestBudget CreateBudget(IServiceProvider provider, string name, string httpClientName)
    {
        RedisRequestBudgetOptions options = provider.GetRequiredService<IOptionsMonitor<RedisRequestBudgetOptions>>().Get(name);
        AlgoOrderClientOptions client = provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get(name);
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        BudgetRules rules = BudgetRules.Of(client.WeightLimit, options);
        BudgetKeys keys = BudgetKeys.Of(options, GetAddress(provider, httpClientName).Authority, client.ApiKey);
        var telemetry = new BudgetTelemetry(
            options.Name, keys.AddressPrefix, rules.LocalShare, provider.GetService<IMeterFactory>(), provider.GetService<ILoggerFactory>());
        return new RedisRequestBudget(rules, keys, CreateConnection(provider, options), telemetry, time, time);
    }

    // The factory would create the client's handlers, which need the budget.
    private static Uri GetAddress(IServiceProvider provider, string httpClientName)
    {
        using var http = new HttpClient();
        foreach (Action<HttpClient> configure in provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(httpClientName).HttpClientActions)
        {
            configure(http);
        }

        return http.BaseAddress!;
    }

    private static RedisConnection CreateConnection(IServiceProvider provider, RedisRequestBudgetOptions options)
    {
        if (options.Configuration is { } configuration)
        {
            return RedisConnection.FromConfiguration(configuration);
        }

        return new RedisConnection(() => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()), isOwner: false);
    }
}
