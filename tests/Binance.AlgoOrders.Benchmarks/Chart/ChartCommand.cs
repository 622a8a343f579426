using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures in memory and draws the results.</summary>
internal static class ChartCommand
{
    public static Command Create()
    {
        Option<int> rounds = NumberOption.Create("--rounds", "The number of rounds.", value: 20, least: 1, most: 1000);
        Option<int> calls = NumberOption.Create("--calls", "The number of cancels per round.", value: 10_000, least: 1, most: 1_000_000);
        Option<FileInfo> file = new("--to") { Description = "The file. Default .github/cost.svg.", DefaultValueFactory = _ => new FileInfo(".github/cost.svg") };
        var command = new Command("chart", "Measures in memory and writes a bar chart.") { rounds, calls, file };
        command.SetAction(async (parsed, stop) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            IReadOnlyList<Figures> figures = await Comparison.RunAsync(MemoryVenues.Wire, parsed.GetValue(rounds), parsed.GetValue(calls));
            await output.WriteAsync(Comparison.TableOf(figures));
            FileInfo target = parsed.GetRequiredValue(file);
            await File.WriteAllTextAsync(target.FullName, CostChart.Of(figures), stop);
            await output.WriteLineAsync($"Drawn: {target}");
            return 0;
        });
        return command;
    }
}
