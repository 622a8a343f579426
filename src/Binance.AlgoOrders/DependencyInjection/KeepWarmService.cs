using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Warms a client up when the host starts, and keeps its connection; does nothing without an interval. That Binance cannot be reached keeps no host from starting.</summary>
internal sealed class KeepWarmService(Func<AlgoOrderClient> client, TimeSpan? interval, TimeProvider timeProvider, ILoggerFactory? loggerFactory) : BackgroundService
{
    private readonly ILogger _logger = AlgoOrderClientFactory.LoggerOf(loggerFactory);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (interval is not { } pause)
        {
            return;
        }

        AlgoOrderClient warm = client();
        using var timer = new PeriodicTimer(pause, timeProvider);
        await TryAsync(warm.WarmUpAsync, stoppingToken).ConfigureAwait(false);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await TryAsync(warm.KeepConnectionAsync, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken stoppingToken)
    {
        try
        {
            await act(stoppingToken).ConfigureAwait(false);
        }
        catch (AlgoOrderException failure)
        {
            _logger.NotWarm(failure);
        }
    }
}
