using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Samples;

/// <summary>Stops the host on SIGHUP, which a closed terminal sends, as the host itself does on SIGTERM.</summary>
internal sealed class HangupSignal(IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        return Task.CompletedTask;
    }

    // The registration stays until the host is disposed, so that a second signal does not end the process while it cancels.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registration?.Dispose();

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        lifetime.StopApplication();
    }
}
