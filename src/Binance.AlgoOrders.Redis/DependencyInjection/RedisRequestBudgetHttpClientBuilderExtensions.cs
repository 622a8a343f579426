using Binance.AlgoOrders;
using Binance.AlgoOrders.Redis.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
    /// <see cref="RedisRequestBudgetOptions.Name"/>. Weight and bans are shared by exchange and name, order counts by account. Clients of a container with the
    /// same Redis, exchange and name have one budget and one connection. Only bulk cancels and new orders wait for Redis, for at most
    /// <see cref="RedisRequestBudgetOptions.MaxDelay"/>.
    /// </summary>
    /// <param name="builder">The builder that <c>AddBinanceAlgoOrders</c> returned.</param>
    /// <param name="configure">The delegate that sets the options, or null for their defaults and the container's <see cref="IConnectionMultiplexer"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddRedisRequestBudget(this IHttpClientBuilder builder, Action<RedisRequestBudgetOptions>? configure = null) =>
        Add(builder, options => options.Configure(configure ?? (_ => { })));

    /// <summary>Registers the same budget, with options from a configuration.</summary>
    /// <param name="builder">The builder that <c>AddBinanceAlgoOrders</c> returned.</param>
    /// <param name="section">Holds the properties of <see cref="RedisRequestBudgetOptions"/> by name, such as <c>Configuration</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="section"/> is null.</exception>
    public static IHttpClientBuilder AddRedisRequestBudget(this IHttpClientBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(builder, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, Action<OptionsBuilder<RedisRequestBudgetOptions>> setOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        bool isDefault = builder.Name == DefaultClientName;
        string name = isDefault ? Options.Options.DefaultName : builder.Name;

        OptionsBuilder<RedisRequestBudgetOptions> options = services.AddOptions<RedisRequestBudgetOptions>(name);
        setOptions(options);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisRequestBudgetOptions>, RedisRequestBudgetOptionsValidator>());
        services.TryAddSingleton<SharedRedisBudgets>();
        services.AddSingleton<IHostedService>(provider => new RedisBudgetStarter(provider.GetRequiredService<SharedRedisBudgets>(), name));
        if (isDefault)
        {
            services.TryAddSingleton<IRequestBudget>(provider => provider.GetRequiredService<SharedRedisBudgets>().Get(name));
        }
        else
        {
            services.TryAddKeyedSingleton<IRequestBudget>(name, (provider, _) => provider.GetRequiredService<SharedRedisBudgets>().Get(name));
        }

        return builder;
    }
}
