using System.Globalization;
using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Creates a budget in a real Redis for every scenario. Redis and its latency run on the machine's clock.</summary>
internal sealed class RedisBudgets(IConnectionMultiplexer connection) : IAsyncDisposable
{
    private readonly RedisConnection _connection = new(() => Task.FromResult(connection), isOwner: false);
    private int _created;

    public static async Task<RedisBudgets> ConnectAsync(string configuration) => new(await ConnectionMultiplexer.ConnectAsync(configuration));

    public ScenarioBudget Create(TimeProvider clock)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"campaign-{Environment.ProcessId}-{Interlocked.Increment(ref _created)}");
        var rules = BudgetRules.Of(new AlgoOrderClientOptions(), localShare: 0.05, maxDelay: TimeSpan.FromMilliseconds(20), weightWindow: TimeSpan.FromMinutes(1));
        var keys = new BudgetKeys("binance-algo-orders", Exchange: name, name);
        var telemetry = new BudgetTelemetry(name, keys.Address, rules.Weight.LocalShare, meterFactory: null, loggerFactory: null);
        return new ScenarioBudget(new ProcessBudget(rules, keys, _connection, telemetry, clock, TimeProvider.System), rules, clock);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
