using Microsoft.Extensions.Hosting;

namespace Binance.AlgoOrders.Samples;

/// <summary>Waits for a signal or for the dead-man timeout, and cancels the orders while the host stops.</summary>
internal sealed class KillSwitchService(AlgoOrderClient client, KillSwitchSettings settings, IHostApplicationLifetime lifetime) : BackgroundService
{
    private volatile bool _isDisarmed;

    public int ExitCode { get; private set; } = ExitCodes.NotClear;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);

        // The host's token is not passed on, so that only the deadline ends the work.
        ExitCode = _isDisarmed ? ExitCodes.NotClear : await FireAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReportOpenOrdersAsync(stoppingToken);
        }
        catch (AlgoOrderException failure)
        {
            // A failed start must not cancel protective orders.
            _isDisarmed = true;
            await Console.Error.WriteLineAsync($"Not armed: {failure.Message.ReplaceLineEndings(" ")}");
            lifetime.StopApplication();
            return;
        }

        if (settings.DeadManInterval is { } interval)
        {
            await new DeadManSwitch(interval).WaitForTimeoutAsync(stoppingToken);
            Console.WriteLine($"No line on stdin for {interval.TotalSeconds:0.###} s: firing.");
            lifetime.StopApplication();
        }
    }

    /// <summary>Lists the open orders, which tests the key and the connection before they are needed.</summary>
    private async Task ReportOpenOrdersAsync(CancellationToken cancellationToken)
    {
        foreach (string symbol in settings.Symbols)
        {
            IReadOnlyList<AlgoOrder> open = await client.ListOpenAsync(symbol, cancellationToken);
            Console.WriteLine($"{symbol}: {open.Count} open");
        }

        string deadMan = settings.DeadManInterval is { } interval ? $", or {interval.TotalSeconds:0.###} s without a line on stdin," : "";
        Console.WriteLine($"Armed: Ctrl-C or SIGTERM{deadMan} cancels them (process {Environment.ProcessId}).");
    }

    private async Task<int> FireAsync()
    {
        Console.WriteLine($"Canceling all algo orders of {string.Join(", ", settings.Symbols)}, within {settings.Deadline.TotalSeconds:0.###} s.");
        bool[] clear = await Task.WhenAll(settings.Symbols.Select(ClearAsync));
        if (Array.TrueForAll(clear, isClear => isClear))
        {
            Console.WriteLine("All clear.");
            return ExitCodes.AllClear;
        }

        Console.WriteLine("NOT CLEAR: check the account.");
        return ExitCodes.NotClear;
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
