using System.Globalization;
using Binance.AlgoOrders.RedisWorker;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Several processes behind one address, each with its own account and orders at one simulated exchange.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>The length of the exchange's weight window, which is a twelfth of Binance's minute to keep the tests short.</summary>
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

    public static async Task<Fleet> StartAsync(string redis, int processes, int bulkOrders, int singleOrders)
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

    /// <summary>Runs all processes from the beginning of a window on.</summary>
    public async Task<IReadOnlyList<WorkerReport>> RunAsync(Func<Task>? meanwhile = null)
    {
        await Task.Delay(TimeSpan.FromTicks(Window.Ticks - (Exchange.Now.UtcTicks % Window.Ticks)));
        Task<WorkerReport>[] running = [.. _workers.Select(worker => worker.RunAsync())];
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        return await Task.WhenAll(running);
    }

    /// <summary>Gets the weight that was used in each window. Every request of these tests has weight 1.</summary>
    public int[] UsedPerWindow() =>
        [.. Exchange.Requests.GroupBy(request => request.ReceivedAt.UtcTicks / Window.Ticks).OrderBy(window => window.Key).Select(window => window.Count())];

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
