using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Samples;

/// <summary>Arms the switch, waits for a signal or for the dead-man timeout, and cancels the orders while the host stops.</summary>
internal sealed class KillSwitchService(AlgoOrderClient client, KillSwitchSettings settings, KillSwitchOutput output, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    // The cancels of the armed switch, or null if the host stopped first. The first result counts, so that the switch is either armed or not.
    private readonly TaskCompletionSource<IReadOnlyList<CancelAlgoOrderRequest>?> _cancels = new();
    private volatile string _reasonNotArmed = "The program was stopped before that.";
    private volatile string _cause = "The program is stopping";
    private int? _exitCodeOfFiring;

    public int ExitCode => _exitCodeOfFiring ?? ExitCodeWithoutFiring;

    private int ExitCodeWithoutFiring => _cancels.Task is { IsCompletedSuccessfully: true, Result: not null } ? ExitCodes.NotClear : ExitCodes.NotArmed;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _cancels.TrySetResult(null);
        if (await _cancels.Task is { } cancels)
        {
            // The host's token is not passed on, so that only the deadline ends the work.
            _exitCodeOfFiring = await new Firing(client, settings, output).RunAsync(cancels, _cause);
        }

        // It waits for the end of the other work, so it comes after the cancels.
        await base.StopAsync(cancellationToken);
        if (ExitCode == ExitCodes.NotArmed)
        {
            output.WriteErrorLine($"Not armed: {_reasonNotArmed} Nothing was canceled.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await TryArmAsync(lifetime.ApplicationStopping) && settings.DeadManInterval is { } interval)
        {
            await new DeadManSwitch(interval).WaitForTimeoutAsync(stoppingToken);
            _cause = $"No line on stdin for {interval.TotalSeconds:0.###} s";
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
            if (!_cancels.TrySetResult(cancels))
            {
                return false;
            }
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
