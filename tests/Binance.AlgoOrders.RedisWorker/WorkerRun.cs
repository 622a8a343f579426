using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Runs the plan of one process.</summary>
internal sealed class WorkerRun(WorkerPlan plan)
{
    private readonly Departures _departures = new();
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly List<double> _departureDelays = [];
    private int _bulkCanceled;
    private int _singlesCanceled;
    private long? _bannedAt;

    /// <summary>Writes <c>ready</c>, waits for a line of input, and runs the plan.</summary>
    public async Task<WorkerReport> RunAsync()
    {
        using var sums = new CounterSums();
        await using ServiceProvider provider = BuildServices().BuildServiceProvider();
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        _departures.Budget = provider.GetRequiredService<IRequestBudget>();
        await WarmUpAsync(client);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await CancelAsync(client, _departures.Budget);
        return new WorkerReport
        {
            BulkCanceled = _bulkCanceled,
            SinglesCanceled = _singlesCanceled,
            Failures = [.. _failures.Take(20)],
            Departures = _departureDelays,
            SentWhileBanned = _departures.SentWhileBanned,
            BannedAt = _bannedAt,
            Metrics = sums.Read(),
        };
    }

    private async Task CancelAsync(AlgoOrderClient client, IRequestBudget budget)
    {
        using var done = new CancellationTokenSource();
        Task watching = WatchBanAsync(budget, done.Token);
        Task singles = CancelSinglesAsync(client, done.Token);
        await CancelManyAsync(client);
        await done.CancelAsync();
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

    // The first requests of a process include compilation, which the measurement excludes.
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
        await foreach (CancelManyResult item in client.CancelManyAsync(ids))
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

    private async Task CancelSinglesAsync(AlgoOrderClient client, CancellationToken done)
    {
        for (int order = 0; order < plan.SingleOrders && !done.IsCancellationRequested; order++)
        {
            await Task.Delay(plan.SingleEvery, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await CancelSingleAsync(client, WorkerPlan.SingleId(plan.Name, order));
        }
    }

    private async Task CancelSingleAsync(AlgoOrderClient client, string id)
    {
        Departures.Departure departure = _departures.Expect();
        try
        {
            CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(id));
            if (outcome is CancelAlgoOrderOutcome.Canceled)
            {
                _singlesCanceled++;
            }

            _departureDelays.Add(departure.Delay?.TotalMilliseconds ?? double.PositiveInfinity);
        }
        catch (AlgoOrderException failure)
        {
            _failures.Enqueue($"{id}: {failure.Message}");
        }
    }

    private async Task WatchBanAsync(IRequestBudget budget, CancellationToken done)
    {
        while (!done.IsCancellationRequested && _bannedAt is null)
        {
            if (budget.Block is not null)
            {
                _bannedAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
