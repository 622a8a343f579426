using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.WarmUp;

public sealed class KeepWarmTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private readonly ManualTimeProvider _time = new();
    private readonly CollectingLoggerProvider _log = new();
    private readonly SimulatedExchange _exchange;
    private ServiceProvider? _provider;

    public KeepWarmTests() => _exchange = new SimulatedExchange(_time);

    [Fact]
    public async Task A_host_warms_the_client_up_and_keeps_its_connection()
    {
        IHostedService service = await StartAsync(Interval);
        await UntilAsync(() => _exchange.Journal.Count == 6);
        for (int tick = 1; tick <= 2; tick++)
        {
            _time.Advance(Interval);
            await UntilAsync(() => _exchange.Journal.Count == 6 + tick);
        }

        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.All(_exchange.Journal, record => Assert.Equal("/fapi/v1/ping", record.Path));
    }

    [Fact]
    public async Task Without_an_interval_nothing_is_sent()
    {
        IHostedService service = await StartAsync(interval: null);
        await ((BackgroundService)service).ExecuteTask!;
        Assert.Empty(_exchange.Journal);
    }

    [Fact]
    public async Task An_exchange_that_cannot_be_reached_is_logged_and_tried_again()
    {
        _exchange.Faults.Next(Fault.Answer(403, "<html>no</html>", executed: false));
        IHostedService service = await StartAsync(Interval);
        await UntilAsync(() => _log.ToString().Contains("kept warm", StringComparison.Ordinal));

        _time.Advance(Interval);
        await UntilAsync(() => _exchange.Journal.Count == 2);
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

    // What the service does goes on on the pool; nothing in it waits for real time.
    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
