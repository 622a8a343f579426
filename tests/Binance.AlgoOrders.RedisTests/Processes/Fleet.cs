using System.Globalization;
using Binance.AlgoOrders.RedisWorker;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Several processes at one exchange, each with an account and orders of its own, all behind one address.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>The exchange's minute. A twelfth: what is measured in these tests is how much of it is used.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly SimulatedExchangeServer _server;
    private readonly Worker[] _workers;

    private Fleet(SimulatedExchange exchange, SimulatedExchangeServer server, Worker[] workers)
    {
        Exchange = exchange;
        _server = server;
        _workers = workers;
    }

    public SimulatedExchange Exchange { get; }

    public static async Task<Fleet> OpenAsync(string redis, int processes, int bulkOrders, int singleOrders)
    {
        var exchange = new SimulatedExchange(options: new SimulatedExchangeOptions { SecondsOfWeightWindow = (int)Window.TotalSeconds });
        SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(exchange);
        Worker[] workers = [.. Enumerable.Range(0, processes).Select(number =>
        {
            SimulatedAccount account = exchange.AddAccount();
            var plan = new WorkerPlan
            {
                Redis = redis,
                Budget = "fleet",
                Exchange = server.BaseAddress,
                ApiKey = account.ApiKey,
                SecretKey = account.SecretKey,
                Name = number.ToString(CultureInfo.InvariantCulture),
                BulkOrders = bulkOrders,
                SingleOrders = singleOrders,
                SingleEvery = TimeSpan.FromSeconds(1),
                Window = Window,
            };
            Place(account, plan);
            return new Worker(plan);
        })];
        await Task.WhenAll(workers.Select(worker => worker.WaitUntilReadyAsync()));
        return new Fleet(exchange, server, workers);
    }

    /// <summary>Lets all of them work, from the beginning of a window on.</summary>
    public async Task<IReadOnlyList<WorkerReport>> RunAsync(Func<Task>? meanwhile = null)
    {
        await Task.Delay(TimeSpan.FromTicks(Window.Ticks - (Exchange.Now.UtcTicks % Window.Ticks)));
        Task<WorkerReport>[] running = [.. _workers.Select(worker => worker.WorkAsync())];
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        return await Task.WhenAll(running);
    }

    /// <summary>The weight that was used in each window, the first and the last one left out: they are not whole. Every request here has weight 1.</summary>
    public int[] UsedPerWindow() =>
        [.. Exchange.Journal.GroupBy(request => request.ReceivedAt.UtcTicks / Window.Ticks).OrderBy(window => window.Key).Select(window => window.Count())];

    public async ValueTask DisposeAsync()
    {
        foreach (Worker worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    private static void Place(SimulatedAccount account, WorkerPlan plan)
    {
        for (int order = 0; order < plan.BulkOrders; order++)
        {
            account.Place(clientAlgoId: WorkerPlan.BulkId(plan.Name, order));
        }

        for (int order = 0; order < plan.SingleOrders; order++)
        {
            account.Place(clientAlgoId: WorkerPlan.SingleId(plan.Name, order));
        }
    }
}
