using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>One process at work.</summary>
internal sealed class WorkerRun(WorkerPlan plan)
{
    private readonly Departures _departures = new();
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly List<double> _leftAfter = [];
    private int _bulkCanceled;
    private int _singlesCanceled;
    private long? _bannedAt;

    /// <summary>Says that it is ready, waits for a line of input, and works.</summary>
    public async Task<WorkerReport> RunAsync()
    {
        using var sums = new CounterSums();
        await using ServiceProvider provider = BuildServices().BuildServiceProvider();
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        _departures.Budget = provider.GetRequiredService<IRequestBudget>();
        await WarmUpAsync(client);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await WorkAsync(client, _departures.Budget);
        return new WorkerReport
        {
            BulkCanceled = _bulkCanceled,
            SinglesCanceled = _singlesCanceled,
            Failures = [.. _failures.Take(20)],
            Departures = _leftAfter,
            SentWhileBanned = _departures.SentWhileBanned,
            BannedAt = _bannedAt,
            Metrics = sums.Read(),
        };
    }

    private async Task WorkAsync(AlgoOrderClient client, IRequestBudget budget)
    {
        using var over = new CancellationTokenSource();
        Task watching = WatchBanAsync(budget, over.Token);
        Task singles = CancelSinglesAsync(client, over.Token);
        await CancelManyAsync(client);
        await over.CancelAsync();
        await Task.WhenAll(watching, singles);
    }

    private ServiceCollection BuildServices()
    {
        var services = new ServiceCollection();
        services
            .AddBinanceAlgoOrders(options =>
            {
                options.ApiKey = plan.ApiKey;
                options.SecretKey = plan.SecretKey;
                options.BaseAddress = plan.Exchange;
            })
            .AddHttpMessageHandler(() => new DepartureHandler(_departures))
            .AddRedisRequestBudget(options =>
            {
                options.Configuration = plan.Redis;
                options.Name = plan.Budget;
                options.Window = plan.Window;
            });
        return services;
    }

    // What a process does before trading starts: the first request of a process is compiled on its way.
    private static async Task WarmUpAsync(AlgoOrderClient client)
    {
        for (int time = 0; time < 3; time++)
        {
            await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId($"never-placed-{time}"));
        }
    }

    private async Task CancelManyAsync(AlgoOrderClient client)
    {
        IEnumerable<AlgoOrderId> ids = Enumerable.Range(0, plan.BulkOrders).Select(order => AlgoOrderId.FromClientAlgoId(WorkerPlan.BulkId(plan.Name, order)));
        await foreach (CancelManyItem item in client.CancelManyAsync(ids))
        {
            if (item.Outcome is CancelAlgoOrderOutcome.Canceled)
            {
                _bulkCanceled++;
            }
            else
            {
                _failures.Enqueue($"{item.Id}: {item.Error?.Message ?? item.Outcome?.ToString()}");
            }
        }
    }

    private async Task CancelSinglesAsync(AlgoOrderClient client, CancellationToken over)
    {
        for (int order = 0; order < plan.SingleOrders && !over.IsCancellationRequested; order++)
        {
            await Task.Delay(plan.SingleEvery, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await CancelSingleAsync(client, WorkerPlan.SingleId(plan.Name, order));
        }
    }

    private async Task CancelSingleAsync(AlgoOrderClient client, string id)
    {
        Departures.Departure departure = _departures.Expect();
        try
        {
            CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(id));
            _singlesCanceled += outcome is CancelAlgoOrderOutcome.Canceled ? 1 : 0;
            _leftAfter.Add(departure.After?.TotalMilliseconds ?? double.PositiveInfinity);
        }
        catch (AlgoOrderException failure)
        {
            _failures.Enqueue($"{id}: {failure.Message}");
        }
    }

    private async Task WatchBanAsync(IRequestBudget budget, CancellationToken over)
    {
        while (!over.IsCancellationRequested && _bannedAt is null)
        {
            _bannedAt = budget.Ban is null ? null : TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            await Task.Delay(TimeSpan.FromMilliseconds(1), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
