using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The program: what a cancel costs, and what of it is ours.</summary>
internal static class BenchmarkCommand
{
    /// <summary>Runs one mode, as the first argument says.</summary>
    /// <returns>0: done; 1: a bound is broken; 2: bad input.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Measures what a cancel costs, beside a bare HttpClient and what one would write oneself.")
        {
            CompareCommand.Create(),
            PartsCommand.Create(),
            GrowCommand.Create(),
            StartCommand.Create(),
            ChartCommand.Create(),
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
