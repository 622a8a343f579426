using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Samples;

/// <summary>Waits for a signal, or for a dead man's silence, and fires while the host stops.</summary>
internal sealed class KillSwitchService(AlgoOrderClient client, KillSwitchSettings settings, IHostApplicationLifetime lifetime) : BackgroundService
{
    private volatile bool _isHeldBack;

    public int ExitCode { get; private set; } = ExitCodes.NotClear;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // The host's token stays out of it: the deadline alone decides when the work ends.
        ExitCode = _isHeldBack ? ExitCodes.NotClear : await FireAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TellOpenOrdersAsync(stoppingToken);
        }
        catch (AlgoOrderException failure)
        {
            // Protective orders are not canceled because a start went wrong.
            _isHeldBack = true;
            await Console.Error.WriteLineAsync($"Not armed: {failure.Message.ReplaceLineEndings(" ")}");
            lifetime.StopApplication();
            return;
        }

        if (settings.DeadManInterval is { } interval)
        {
            await new DeadManSwitch(interval).WaitForSilenceAsync(stoppingToken);
            Console.WriteLine($"No line for {interval.TotalSeconds:0.###} s: firing.");
            lifetime.StopApplication();
        }
    }

    /// <summary>Shows that key and connection work before they are needed.</summary>
    private async Task TellOpenOrdersAsync(CancellationToken cancellationToken)
    {
        foreach (string symbol in settings.Symbols)
        {
            IReadOnlyList<AlgoOrder> open = await client.ListOpenAsync(symbol, cancellationToken);
            Console.WriteLine($"{symbol}: {open.Count} open");
        }

        string alsoFires = settings.DeadManInterval is { } interval ? $", or {interval.TotalSeconds:0.###} s without a line on stdin," : "";
        Console.WriteLine($"Armed: Ctrl-C or SIGTERM{alsoFires} cancels them (process {Environment.ProcessId}).");
    }

    private async Task<int> FireAsync()
    {
        Console.WriteLine($"Canceling all algo orders of {string.Join(", ", settings.Symbols)}, within {settings.Deadline.TotalSeconds:0.###} s.");
        bool[] clear = await Task.WhenAll(settings.Symbols.Select(ClearAsync));
        Console.WriteLine(Array.TrueForAll(clear, isClear => isClear) ? "All clear." : "NOT CLEAR: look at the account.");
        return Array.TrueForAll(clear, isClear => isClear) ? ExitCodes.AllClear : ExitCodes.NotClear;
    }

    private async Task<bool> ClearAsync(string symbol)
    {
        try
        {
            CancelAllAlgoOrdersOutcome outcome = await client.EnsureAllCanceledAsync(symbol, CancellationToken.None);
            Console.WriteLine(SymbolReport.Of(outcome));
            return SymbolReport.IsClear(outcome);
        }
        catch (AlgoOrderException failure)
        {
            Console.WriteLine($"{symbol}: UNKNOWN, {failure.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }
}
