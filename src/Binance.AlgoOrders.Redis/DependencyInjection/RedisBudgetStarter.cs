using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Redis.DependencyInjection;

/// <summary>Connects to Redis when a host starts, so that the first request of a client need not wait for it. It does not wait itself.</summary>
internal sealed class RedisBudgetStarter(SharedRedisBudgets budgets, string name) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = budgets.Get(name);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
