using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Parses the command line and measures the cost of a cancel, and the simulated exchange.</summary>
internal static class BenchmarkCommand
{
    /// <summary>Runs the mode of the first argument.</summary>
    /// <returns>0 for success, 1 for a broken bound, or 2 for invalid input.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Measures the cost of a cancel in comparison with a bare HttpClient and with handwritten clients, and the simulated exchange.")
        {
            CompareCommand.Create(),
            PartsCommand.Create(),
            GrowCommand.Create(),
            StartCommand.Create(),
            TailCommand.Create(),
            ChartCommand.Create(),
            SimulatorCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors is [var error, ..])
        {
            await errors.WriteLineAsync($"{error.Message} See --help.");
            return 2;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
    }
}
