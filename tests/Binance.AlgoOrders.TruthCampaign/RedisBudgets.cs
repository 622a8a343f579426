using System.Globalization;
using Binance.AlgoOrders.Internal;
using StackExchange.Redis;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>
/// A budget in a real Redis for every scenario. Bans end on the scenario's clock; Redis is asked, and is late, on the machine's own, which a
/// bulk that waits for it sees as a long time.
/// </summary>
internal sealed class RedisBudgets(IConnectionMultiplexer connection) : IAsyncDisposable
{
    private readonly RedisLink _link = new(() => Task.FromResult(connection), isOwner: false);
    private int _made;

    public static async Task<RedisBudgets> ConnectAsync(string configuration) => new(await ConnectionMultiplexer.ConnectAsync(configuration));

    public IRequestBudget Create(TimeProvider clock)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"campaign-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}");
        var options = new RedisRequestBudgetOptions { Name = name };
        return new RedisRequestBudget(
            BudgetRules.Of(new AlgoOrderClientOptions().WeightLimit, options),
            BudgetKeys.Of(options, "campaign", name),
            _link,
            new BudgetMetrics(factory: null, name),
            loggerFactory: null,
            new BudgetClocks(clock, TimeProvider.System));
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
