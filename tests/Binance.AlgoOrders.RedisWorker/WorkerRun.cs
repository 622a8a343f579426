using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Runs the plan of one process.</summary>
internal sealed class WorkerRun(WorkerPlan plan)
{
    private readonly Departures _departures = new();
    private readonly Placements _placements = new(plan);
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
        AlgoOrderClient trader = provider.GetRequiredKeyedService<AlgoOrderClient>(plan.Trader);
        _departures.Budget = provider.GetRequiredService<IRequestBudget>();
        await WarmUpAsync(client);
        await trader.WarmUpAsync();
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await CancelAsync(client, trader, _departures.Budget);
        return new WorkerReport
        {
            BulkCanceled = _bulkCanceled,
            SinglesCanceled = _singlesCanceled,
            Placed = _placements.Times.Count,
            PlacementTimes = _placements.Times,
            PlacementFailures = [.. _placements.Failures.Take(20)],
            Failures = [.. _failures.Take(20)],
            Departures = _departureDelays,
            SentWhileBanned = _departures.SentWhileBanned,
            BannedAt = _bannedAt,
            Metrics = sums.Read(),
        };
    }

    private async Task CancelAsync(AlgoOrderClient client, AlgoOrderClient trader, IRequestBudget budget)
    {
        using var done = new CancellationTokenSource();
        Task watching = WatchBanAsync(budget, done.Token);
        Task singles = CancelSinglesAsync(client, done.Token);
        Task placements = plan.Placements > 0 ? _placements.RunAsync(trader) : Task.CompletedTask;
        await CancelManyAsync(client);
        await placements;
        await done.CancelAsync();
        await Task.WhenAll(watching, singles);
    }

    private ServiceCollection BuildServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ShiftedTimeProvider(plan.ClockOffset));
        services.AddBinanceAlgoOrders(options => SetOptions(options, plan.ApiKey, plan.SecretKey))
            .AddHttpMessageHandler(() => new DepartureHandler(_departures))
            .AddRedisRequestBudget(SetOptions);
        services.AddBinanceAlgoOrders(plan.Trader, options => SetOptions(options, plan.TraderApiKey, plan.TraderSecretKey, plan.Trader))
            .AddRedisRequestBudget(SetOptions);
        return services;
    }

    private void SetOptions(AlgoOrderClientOptions options, string apiKey, string secretKey, string? account = null)
    {
        (options.ApiKey, options.SecretKey, options.Account) = (apiKey, secretKey, account);
        options.BaseAddress = plan.Exchange;
        options.SynchronizeClockAtWarmUp = true;
    }

    private void SetOptions(RedisRequestBudgetOptions options)
    {
        options.Configuration = plan.Redis;
        options.Name = plan.Budget;
        options.Window = plan.Window;
    }

    // The first requests of a process include compilation, which the measurement excludes.
    private static async Task WarmUpAsync(AlgoOrderClient client)
    {
        await client.WarmUpAsync();
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
            if (budget.GetBlock(Departures.AnyRequest) is not null)
            {
                _bannedAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
