using System.Globalization;
using Binance.AlgoOrders.Internal;
using StackExchange.Redis;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A budget in a real Redis for every scenario. Redis is asked, and is late, on the machine's clock.</summary>
internal sealed class RedisBudgets(IConnectionMultiplexer connection) : IAsyncDisposable
{
    private readonly RedisLink _link = new(() => Task.FromResult(connection), isOwner: false);
    private int _made;

    public static async Task<RedisBudgets> ConnectAsync(string configuration) => new(await ConnectionMultiplexer.ConnectAsync(configuration));

    public ScenarioBudget Create(TimeProvider clock)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"campaign-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}");
        var options = new RedisRequestBudgetOptions { Name = name };
        var rules = BudgetRules.Of(new AlgoOrderClientOptions().WeightLimit, options);
        var shared = new RedisRequestBudget(
            rules,
            BudgetKeys.Of(options, "campaign", name),
            _link,
            new BudgetMetrics(factory: null, name),
            loggerFactory: null,
            new BudgetClocks(clock, TimeProvider.System));
        return new ScenarioBudget(shared, rules, clock);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
