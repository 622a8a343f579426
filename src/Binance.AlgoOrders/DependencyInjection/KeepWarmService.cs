using Binance.AlgoOrders.Internal.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Warms a client up when the host starts, and keeps its connections open. Does nothing without an interval. A failed warm-up does not prevent the host from starting.</summary>
internal sealed class KeepWarmService(Func<AlgoOrderClient> client, TimeSpan? interval, TimeProvider timeProvider, ILoggerFactory? loggerFactory) : BackgroundService
{
    private readonly ILogger _logger = AlgoOrderClientFactory.GetLogger(loggerFactory);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (interval is not { } pause)
        {
            return;
        }

        AlgoOrderClient warm = client();
        using var timer = new PeriodicTimer(pause, timeProvider);
        await RunAndLogFailureAsync(warm.WarmUpAsync, stoppingToken).ConfigureAwait(false);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await RunAndLogFailureAsync(warm.KeepConnectionsAsync, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task RunAndLogFailureAsync(Func<CancellationToken, Task> act, CancellationToken stoppingToken)
    {
        try
        {
            await act(stoppingToken).ConfigureAwait(false);
        }
        catch (AlgoOrderException failure)
        {
            _logger.KeepWarmFailed(failure);
        }
    }
}
