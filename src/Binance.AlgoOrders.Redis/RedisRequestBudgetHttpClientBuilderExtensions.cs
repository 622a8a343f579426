using System.Diagnostics.Metrics;
using Binance.AlgoOrders;
using Binance.AlgoOrders.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets the clients of several processes share Binance's limits through Redis.</summary>
public static class RedisRequestBudgetHttpClientBuilderExtensions
{
    // The name of the HttpClient of a client without a name; it is part of the public contract of AddBinanceAlgoOrders.
    private const string NameOfTheOnlyClient = "Binance.AlgoOrders";

    /// <summary>
    /// Gives one <see cref="AlgoOrderClient"/> a budget that it shares with every process that uses the same Redis and the same
    /// <see cref="RedisRequestBudgetOptions.Name"/>: weight and bans by host and name, counts of orders by account. No request waits for Redis.
    /// </summary>
    /// <param name="builder">What <c>AddBinanceAlgoOrders</c> returned.</param>
    /// <param name="configure">Says where Redis is and who shares; null: the container's <see cref="IConnectionMultiplexer"/>, and the defaults.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder AddRedisRequestBudget(this IHttpClientBuilder builder, Action<RedisRequestBudgetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        string httpClientName = builder.Name;
        bool isOnly = httpClientName == NameOfTheOnlyClient;
        string name = isOnly ? Options.Options.DefaultName : httpClientName;

        OptionsBuilder<RedisRequestBudgetOptions> options = services.AddOptions<RedisRequestBudgetOptions>(name);
        options.Configure(configure ?? (_ => { }));
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisRequestBudgetOptions>, RedisRequestBudgetOptionsValidator>());
        if (isOnly)
        {
            services.TryAddSingleton<IRequestBudget>(provider => Create(provider, name, httpClientName));
        }
        else
        {
            services.TryAddKeyedSingleton<IRequestBudget>(name, (provider, _) => Create(provider, name, httpClientName));
        }

        return builder;
    }

    private static RedisRequestBudget Create(IServiceProvider provider, string name, string httpClientName)
    {
        RedisRequestBudgetOptions options = provider.GetRequiredService<IOptionsMonitor<RedisRequestBudgetOptions>>().Get(name);
        AlgoOrderClientOptions client = provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get(name);
        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName);
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        return new RedisRequestBudget(
            BudgetRules.Of(client.WeightLimit, options),
            BudgetKeys.Of(options, http.BaseAddress!.Authority, client.ApiKey),
            options.Configuration is { } configuration
                ? RedisLink.To(configuration)
                : new RedisLink(() => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()), isOwner: false),
            new BudgetMetrics(provider.GetService<IMeterFactory>(), options.Name),
            provider.GetService<ILoggerFactory>(),
            new BudgetClocks(time, time));
    }
}
