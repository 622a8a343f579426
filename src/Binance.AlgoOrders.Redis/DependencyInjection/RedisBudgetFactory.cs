using System.Diagnostics.Metrics;
using Binance.AlgoOrders.DependencyInjection;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.DependencyInjection;

/// <summary>Creates budgets from validated options, for <see cref="RedisRequestBudget.Create"/> and for the container.</summary>
internal sealed class RedisBudgetFactory(TimeProvider timeProvider, ILoggerFactory? loggerFactory, IMeterFactory? meterFactory)
{
    /// <param name="options">The options of the budget.</param>
    /// <param name="client">The exchange and the limits.</param>
    /// <param name="connection">Returns the container's connection. It is used if the options have no connection string, and stays open.</param>
    public RedisRequestBudget Create(RedisRequestBudgetOptions options, AlgoOrderClientOptions client, Func<IConnectionMultiplexer>? connection)
    {
        var rules = BudgetRules.Of(client, options.LocalShare, options.MaxDelay, options.Window);
        BudgetKeys keys = KeysOf(options, client);
        var telemetry = new BudgetTelemetry(options.Name, keys.Address, rules.Weight.LocalShare, meterFactory, loggerFactory);
        return new RedisRequestBudget(new ProcessBudget(rules, keys, Connect(options, connection), telemetry, timeProvider, timeProvider));
    }

    /// <summary>Returns the names in Redis, which tell budgets of one process apart.</summary>
    public static BudgetKeys KeysOf(RedisRequestBudgetOptions options, AlgoOrderClientOptions client) =>
        new(options.KeyPrefix, ExchangeName.Of(BinanceAddress.Of(client)), options.Name);

    private static RedisConnection Connect(RedisRequestBudgetOptions options, Func<IConnectionMultiplexer>? connection)
    {
        if (options.Configuration is { } configuration)
        {
            return RedisConnection.FromConfiguration(configuration);
        }

        return new RedisConnection(() => Task.FromResult(connection!()), isOwner: false);
    }
}
