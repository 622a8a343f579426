using System.Globalization;
using Binance.AlgoOrders.RedisWorker;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Several processes behind one address, with their accounts and orders at one simulated exchange.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>The length of the exchange's weight window, which is a twelfth of Binance's minute to keep the tests short.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly SimulatedExchangeServer _server;
    private readonly Worker[] _workers;
    private readonly SimulatedAccount[] _traders;

    private Fleet(SimulatedExchange exchange, SimulatedExchangeServer server, Worker[] workers, SimulatedAccount[] traders)
    {
        _traders = traders;
        Exchange = exchange;
        _server = server;
        _workers = workers;
    }

    public SimulatedExchange Exchange { get; }

    public static async Task<Fleet> StartAsync(string redis, FleetPlan plan)
    {
        var exchange = new SimulatedExchange(options: new SimulatedExchangeOptions { SecondsOfWeightWindow = (int)Window.TotalSeconds });
        SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(exchange);
        SimulatedAccount[] traders = [.. Enumerable.Range(0, plan.Traders).Select(_ => exchange.AddAccount())];
        Worker[] workers = [.. Enumerable.Range(0, plan.Processes).Select(number => Start(number, exchange.AddAccount(), traders, redis, server.BaseAddress, plan))];
        await Task.WhenAll(workers.Select(worker => worker.WaitUntilReadyAsync()));
        return new Fleet(exchange, server, workers, traders);
    }

    /// <summary>Runs all processes from the beginning of a window on.</summary>
    public async Task<IReadOnlyList<WorkerReport>> RunAsync(Func<Task>? meanwhile = null)
    {
        await Task.Delay(TimeSpan.FromTicks(Window.Ticks - (Exchange.Now.UtcTicks % Window.Ticks)));
        Task<WorkerReport>[] running = [.. _workers.Select(worker => worker.RunAsync())];
        Task<WorkerReport[]> all = Task.WhenAll(running);
        Task end = Task.WhenAll(all, meanwhile?.Invoke() ?? Task.CompletedTask);
        while (!end.IsCompleted)
        {
            EndNewOrders();
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(500)));
        }

        await end;
        return await all;
    }

    // Binance accepts at most 200 open orders of an account.
    private void EndNewOrders()
    {
        foreach (SimulatedOrder order in _traders.SelectMany(trader => trader.LiveOrders))
        {
            order.Cancel();
        }
    }

    /// <summary>Gets the weight that was used in each window. A new order has weight 0, every other request of these tests weight 1.</summary>
    public int[] UsedPerWindow() =>
        [.. Exchange.Requests.Where(request => request.Operation != SimulatedOperation.Place).GroupBy(request => request.ReceivedAt.UtcTicks / Window.Ticks).OrderBy(window => window.Key).Select(window => window.Count())];

    public int[] PlacedPerTenSeconds() =>
        [.. Exchange.Requests.Where(request => request.Operation == SimulatedOperation.Place).GroupBy(request => request.ReceivedAt.ToUnixTimeSeconds() / 10).OrderBy(window => window.Key).Select(window => window.Count())];

    public async ValueTask DisposeAsync()
    {
        foreach (Worker worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    // Each process has an account for its cancels, and a key of its own to the account that it shares with others for its new orders.
    private static Worker Start(int number, SimulatedAccount account, SimulatedAccount[] traders, string redis, Uri exchange, FleetPlan plan)
    {
        SimulatedKey traderKey = traders[number % plan.Traders].AddKey();
        var workerPlan = new WorkerPlan
        {
            Redis = redis,
            Budget = "fleet",
            Exchange = exchange,
            ApiKey = account.ApiKey,
            SecretKey = account.SecretKey,
            Trader = string.Create(CultureInfo.InvariantCulture, $"trader-{number % plan.Traders}"),
            TraderApiKey = traderKey.ApiKey,
            TraderSecretKey = traderKey.SecretKey,
            Name = number.ToString(CultureInfo.InvariantCulture),
            BulkOrders = plan.BulkOrders,
            SingleOrders = plan.SingleOrders,
            SingleEvery = TimeSpan.FromSeconds(1),
            Placements = plan.Placements,
            PlaceEvery = plan.PlaceEvery,
            ClockOffset = plan.ClockOffsetOf(number),
            Window = Window,
        };
        Place(account, workerPlan);
        return new Worker(workerPlan);
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
