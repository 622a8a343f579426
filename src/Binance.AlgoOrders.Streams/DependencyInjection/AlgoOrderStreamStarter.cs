using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Streams.DependencyInjection;

/// <summary>Creates the stream when a host starts, so that it connects. It does not wait for the connection.</summary>
internal sealed class AlgoOrderStreamStarter(Func<AlgoOrderStream> stream) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = stream();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
