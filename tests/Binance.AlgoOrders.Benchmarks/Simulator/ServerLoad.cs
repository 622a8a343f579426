using System.Diagnostics;
using System.Globalization;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Sends requests to the server of the simulator over loopback sockets, while the price moves and a client reads a user stream.</summary>
internal sealed class ServerLoad : IAsyncDisposable
{
    private const string Symbol = "BTCUSDT";
    private const int RestingOrders = 50;

    private readonly ServerPlan _plan;
    private readonly SimulatedExchange _exchange;
    private readonly SimulatedExchangeServer _server;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = ServerPlan.Connections, UseProxy = false });
    private readonly ServerClient[] _clients;
    private readonly CancellationTokenSource _stop = new();

    // Made before the measurement, because the times of a quarter would be growth of the heap.
    private readonly double[][] _times;

    private ServerStream? _stream;
    private Task _background = Task.CompletedTask;
    private double[] _milliseconds;
    private int _sent;
    private int _failures;

    private ServerLoad(ServerPlan plan, SimulatedExchange exchange, SimulatedAccount[] accounts, SimulatedExchangeServer server)
    {
        (_plan, _exchange, _server) = (plan, exchange, server);
        _clients = [.. accounts.Select(account => new ServerClient(_http, server.BaseAddress, account))];

        // Every connection ends its cycle.
        int mostRequests = plan.RequestsPerQuarter + (ServerPlan.Connections * ServerPlan.RequestsPerOrder);
        _times = [.. Enumerable.Range(0, ServerPlan.Quarters).Select(_ => new double[mostRequests])];
        _milliseconds = _times[0];
    }

    public int Events => _stream?.Events ?? 0;

    public static async Task<ServerLoad> StartAsync(ServerPlan plan)
    {
        var exchange = new SimulatedExchange(TimeProvider.System, plan.ExchangeOptions) { WeightLimit = int.MaxValue };
        SimulatedAccount[] accounts = [.. Enumerable.Range(0, ServerPlan.Accounts).Select(_ => exchange.AddAccount())];
        var walk = new SimulatedPriceWalk(exchange, Symbol, 60_000.0m);
        Rest(accounts[0], walk.Price);
        SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(exchange, new SimulatorPage(exchange, accounts[0]).ServeAsync);
        var load = new ServerLoad(plan, exchange, accounts, server);
        load._stream = await ServerStream.ConnectAsync(server.BaseAddress, await load._clients[0].StartStreamAsync());
        load._background = Task.WhenAll(walk.RunAsync(ServerPlan.PriceInterval, load._stop.Token), load.ReportAsync());
        return load;
    }

    /// <summary>Sends all requests, a quarter after the other.</summary>
    public async Task<ServerFigures> MeasureAsync()
    {
        // Compiles the code.
        await MeasureAsync(_plan.RequestsPerQuarter / ServerPlan.Quarters, _plan.MostTime);
        var quarters = new List<ServerQuarter>();
        foreach (double[] times in _times)
        {
            _milliseconds = times;
            quarters.Add(await MeasureAsync(_plan.RequestsPerQuarter, _plan.MostTime / ServerPlan.Quarters));
        }

        return new ServerFigures(quarters);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _background;
        if (_stream is not null)
        {
            await _stream.DisposeAsync();
        }

        _http.Dispose();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    // Orders at both sides of the price, some of which it reaches.
    private static void Rest(SimulatedAccount account, decimal price)
    {
        for (int number = 1; number <= RestingOrders; number++)
        {
            string side = number % 2 == 0 ? "BUY" : "SELL";
            decimal distance = number % 2 == 0 ? 0.001m : -0.001m;
            account.Place(Symbol, side, triggerPrice: decimal.Round(price * (1 + (distance * number / 10)), 1));
        }
    }

    private async Task<ServerQuarter> MeasureAsync(int requests, TimeSpan mostTime)
    {
        (_sent, _failures) = (0, 0);
        long allocated = GC.GetTotalAllocatedBytes();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, ServerPlan.Connections).Select(worker => SendAsync(worker, requests, mostTime)));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long bytes = GC.GetTotalAllocatedBytes() - allocated;
        Array.Sort(_milliseconds, 0, _sent);
        return new ServerQuarter(new ArraySegment<double>(_milliseconds, 0, _sent), elapsed, bytes, LiveBytes(), _failures);
    }

    private async Task SendAsync(int worker, int requests, TimeSpan mostTime)
    {
        long start = Stopwatch.GetTimestamp();
        for (int turn = worker; Volatile.Read(ref _sent) < requests && Stopwatch.GetElapsedTime(start) < mostTime; turn += ServerPlan.Connections)
        {
            await CycleAsync(_clients[turn % _clients.Length]);
        }
    }

    private async Task CycleAsync(ServerClient client)
    {
        long algoId = 0;
        await TimeAsync(async () =>
        {
            algoId = await client.PlaceAsync() ?? 0;
            return algoId != 0;
        });
        await TimeAsync(() => client.QueryAsync(algoId));
        await TimeAsync(client.ListAsync);
        await TimeAsync(() => client.CancelAsync(algoId));
    }

    private async Task TimeAsync(Func<Task<bool>> send)
    {
        long start = Stopwatch.GetTimestamp();
        bool succeeds = await send();
        _milliseconds[Interlocked.Increment(ref _sent) - 1] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (!succeeds)
        {
            Interlocked.Increment(ref _failures);
        }
    }

    // Reads the new requests as the simulator does for its report.
    private async Task ReportAsync()
    {
        long next = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!_stop.IsCancellationRequested)
        {
            foreach (RecordedRequest request in _exchange.RequestsFrom(next))
            {
                next = request.Index + 1;
                await TextWriter.Null.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.Path} {request.StatusCode}"));
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
