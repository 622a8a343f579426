using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.DependencyInjection;

/// <summary>Holds the budgets of a container: one for each Redis, exchange and name, which all its clients share.</summary>
internal sealed class SharedRedisBudgets(IServiceProvider provider, TimeProvider timeProvider) : IAsyncDisposable, IDisposable
{
    private readonly RedisBudgetFactory _factory = new(timeProvider, provider.GetService<ILoggerFactory>(), provider.GetService<IMeterFactory>());
    private readonly ConcurrentDictionary<(string? Configuration, BudgetKeys Keys), Lazy<RedisRequestBudget>> _budgets = [];

    // A budget whose creation failed has no value.
    private IEnumerable<RedisRequestBudget> Created => _budgets.Values.Where(budget => budget.IsValueCreated).Select(budget => budget.Value);

    /// <summary>Returns the budget of a client. Of clients that share one, the first one's limits apply.</summary>
    /// <param name="name">The name of the options of client and budget.</param>
    public RedisRequestBudget Get(string name)
    {
        RedisRequestBudgetOptions options = provider.GetRequiredService<IOptionsMonitor<RedisRequestBudgetOptions>>().Get(name);
        AlgoOrderClientOptions client = provider.GetRequiredService<IOptionsMonitor<AlgoOrderClientOptions>>().Get(name);
        return _budgets.GetOrAdd((options.Configuration, RedisBudgetFactory.KeysOf(options, client)), _ => new(() => Create(options, client))).Value;
    }

    public void Dispose()
    {
        foreach (RedisRequestBudget budget in Created)
        {
            budget.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(Created.Select(budget => budget.DisposeAsync().AsTask())).ConfigureAwait(false);

    private RedisRequestBudget Create(RedisRequestBudgetOptions options, AlgoOrderClientOptions client) =>
        _factory.Create(options, client, provider.GetRequiredService<IConnectionMultiplexer>);
}
