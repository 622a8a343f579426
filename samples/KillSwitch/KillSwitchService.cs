using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Samples;

/// <summary>Arms the switch, waits for a signal or for the dead-man timeout, and cancels the orders while the host stops.</summary>
internal sealed class KillSwitchService(AlgoOrderClient client, KillSwitchSettings settings, KillSwitchOutput output, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    private volatile IReadOnlyList<CancelAlgoOrderRequest>? _cancels;
    private volatile string _reasonNotArmed = "The program was stopped before that.";

    public int ExitCode { get; private set; } = ExitCodes.NotArmed;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_cancels is { } cancels)
        {
            // The host's token is not passed on, so that only the deadline ends the work.
            ExitCode = await new Firing(client, settings, output).RunAsync(cancels);
        }
        else
        {
            output.WriteErrorLine($"Not armed: {_reasonNotArmed} Nothing was canceled.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await TryArmAsync(lifetime.ApplicationStopping) && settings.DeadManInterval is { } interval)
        {
            await new DeadManSwitch(interval).WaitForTimeoutAsync(stoppingToken);
            output.WriteLine($"No line on stdin for {interval.TotalSeconds:0.###} s: firing.");
            lifetime.StopApplication();
        }
    }

    /// <summary>Arms the switch unless arming fails or the host stops first. A failed start must not cancel protective orders.</summary>
    private async Task<bool> TryArmAsync(CancellationToken stopping)
    {
        try
        {
            IReadOnlyList<CancelAlgoOrderRequest> cancels = await new Arming(client, settings, output).RunAsync(stopping);
            stopping.ThrowIfCancellationRequested();
            _cancels = cancels;
            ExitCode = ExitCodes.NotClear;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _reasonNotArmed = failure.Message;
            lifetime.StopApplication();
            return false;
        }

        string deadMan = settings.DeadManInterval is { } interval ? $", or {interval.TotalSeconds:0.###} s without a line on stdin," : "";
        output.WriteLine($"Armed: Ctrl-C, SIGTERM or SIGHUP{deadMan} cancels them (process {Environment.ProcessId}).");
        return true;
    }
}
