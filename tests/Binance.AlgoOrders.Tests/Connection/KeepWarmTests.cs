using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Connection;

public sealed class KeepWarmTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private readonly ManualTimeProvider _time = new();
    private readonly CollectingLoggerProvider _log = new();
    private readonly SimulatedExchange _exchange;
    private ServiceProvider? _provider;

    public KeepWarmTests() => _exchange = new SimulatedExchange(_time);

    [Fact]
    public async Task The_host_warms_the_client_up_and_keeps_its_connections_open()
    {
        IHostedService service = await StartAsync(Interval);
        await UntilAsync(() => _exchange.Requests.Count == 7);
        for (int tick = 1; tick <= 2; tick++)
        {
            _time.Advance(Interval);
            await UntilAsync(() => _exchange.Requests.Count == 7 + (2 * tick));
        }

        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.All(_exchange.Requests, record => Assert.Equal("/fapi/v1/ping", record.Path));
    }

    [Fact]
    public async Task Nothing_is_sent_without_an_interval()
    {
        IHostedService service = await StartAsync(interval: null);
        await ((BackgroundService)service).ExecuteTask!;
        Assert.Empty(_exchange.Requests);
    }

    [Fact]
    public async Task A_failed_warm_up_is_logged_and_pings_continue()
    {
        _exchange.Faults.Next(Fault.Respond(403, "<html>no</html>", executed: false));
        IHostedService service = await StartAsync(Interval);
        await UntilAsync(() => _log.ToString().Contains("The connection could not be kept warm", StringComparison.Ordinal));

        _time.Advance(Interval);
        await UntilAsync(() => _exchange.Requests.Count == 3);
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _log.Dispose();
    }

    private async Task<IHostedService> StartAsync(TimeSpan? interval)
    {
        SimulatedAccount account = _exchange.AddAccount();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging(logging => logging.AddProvider(_log));
        services.AddBinanceAlgoOrders(options =>
            {
                (options.ApiKey, options.SecretKey) = (account.ApiKey, account.SecretKey);
                options.KeepWarmInterval = interval;
            })
            .ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
        _provider = services.BuildServiceProvider();
        IHostedService service = _provider.GetRequiredService<IHostedService>();
        await service.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    // The service continues on the thread pool. It never waits for real time.
    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
