using System.Collections.Concurrent;
using System.Diagnostics;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>Measures the time from the signal to the arrival of the first cancel of all orders, through a whole host and over real sockets.</summary>
public sealed class FirstCancelTests(ITestOutputHelper output)
{
    private const int Rounds = 5;
    private static readonly TimeSpan Target = TimeSpan.FromMilliseconds(50);

    // A machine that is busy may delay one round, but a cancel that waits for a read comes after the time limit of an attempt, which is the deadline here.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_first_cancel_arrives_at_once_every_order_is_canceled_and_the_deadline_is_kept_although_reads_hang()
    {
        var times = new List<TimeSpan>();
        for (int round = 0; round < Rounds; round++)
        {
            (TimeSpan firstCancel, TimeSpan end) = await FireAsync();
            output.WriteLine($"Signal to the first cancel: {firstCancel.TotalMilliseconds:0.00} ms, to the end: {end.TotalMilliseconds:0} ms");
            times.Add(firstCancel);
            Assert.InRange(end, TimeSpan.Zero, Deadline + Margin);
        }

        Assert.InRange(times.Max(), TimeSpan.Zero, Limit);
        Assert.InRange(times.Min(), TimeSpan.Zero, Target);
    }

    private static async Task<(TimeSpan FirstCancel, TimeSpan End)> FireAsync()
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder[] orders = [account.Place(), account.Place(type: "TAKE_PROFIT_MARKET"), account.Place("ETHUSDT")];
        var arrivals = new ConcurrentQueue<(string Request, long At)>();
        await using SimulatedExchangeServer server = await SimulatedExchangeServer.StartAsync(
            exchange,
            (http, next) =>
            {
                arrivals.Enqueue(($"{http.Request.Method} {http.Request.Path}", Stopwatch.GetTimestamp()));
                return next(http);
            },
            cancellationToken: TestContext.Current.CancellationToken);
        var settings = new KillSwitchSettings(["BTCUSDT", "ETHUSDT"], Deadline, DeadManInterval: null);
        using var lines = new LineRecorder();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        KillSwitchHost.AddClient(builder.Services, settings, account.ApiKey, account.SecretKey);
        builder.Services.PostConfigureAll<AlgoOrderClientOptions>(options => options.BaseAddress = server.BaseAddress);
        var host = new TaskCompletionSource<IHostApplicationLifetime>();
        builder.Services.AddHostedService(services => new LifetimeCapture(services.GetRequiredService<IHostApplicationLifetime>(), host));

        Task<int> run = KillSwitchHost.RunAsync(builder, settings, new KillSwitchOutput(lines, lines));
        await lines.WaitForAsync("Armed");
        IHostApplicationLifetime lifetime = await host.Task;
        exchange.Faults.On("GET").Next(int.MaxValue, Fault.DelayBeforeResponding(TimeSpan.FromHours(1)));
        arrivals.Clear();
        long signal = Stopwatch.GetTimestamp();
        lifetime.StopApplication();
        int exitCode = await run;
        TimeSpan end = Stopwatch.GetElapsedTime(signal);

        Assert.Equal(ExitCodes.NotClear, exitCode);
        Assert.All(orders, order => Assert.Equal(SimulatedOrderStatus.Canceled, order.Status));
        Assert.All(orders, order => Assert.Contains(
            exchange.Requests,
            request => request.Operation == SimulatedOperation.Cancel && request.Query.Contains($"algoId={order.AlgoId}&", StringComparison.Ordinal)));
        long firstCancel = arrivals.First(arrival => arrival.Request == "DELETE /fapi/v1/algoOpenOrders").At;
        return (Stopwatch.GetElapsedTime(signal, firstCancel), end);
    }

    private sealed class LifetimeCapture(IHostApplicationLifetime lifetime, TaskCompletionSource<IHostApplicationLifetime> captured) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            captured.SetResult(lifetime);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
