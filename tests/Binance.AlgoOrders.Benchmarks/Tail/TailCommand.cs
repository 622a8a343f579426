using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures the time from the call of a cancel to its true outcome on a network on which requests stall.</summary>
internal static class TailCommand
{
    public static Command Create()
    {
        Option<int> cancels = NumberOption.Create("--cancels", "The number of cancels of each variant.", value: 3000, least: 1, most: 1_000_000);
        Option<int> concurrency = NumberOption.Create("--concurrency", "The number of cancels at once.", value: 100, least: 1, most: 10_000);
        Option<int> seed = NumberOption.Create("--seed", "The seed of latencies and stalls.", value: 1, least: 0, most: int.MaxValue);
        Option<double[]> stalls = NumberOption.CreateList("--stall", "The percentages of requests without a response.", [0, 1.5, 7, 20], least: 0, most: 50);
        Option<double[]> roundTrips = NumberOption.CreateList("--round-trip", "The median round trips in milliseconds.", [8, 150], least: 1, most: 1000);
        Option<FileInfo> chart = new("--svg") { Description = "The file of a chart of p99.9 for the first round trip, such as .github/tail.svg. Default none." };
        var command = new Command("tail", "Measures the slowest cancels on a network on which requests stall, and fails if they are too slow.")
        {
            cancels,
            concurrency,
            seed,
            stalls,
            roundTrips,
            chart,
        };
        command.SetAction(async (parsed, stop) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            using var waits = new WaitQueue();
            int count = parsed.GetValue(cancels);
            var load = new TailLoad(waits, count, parsed.GetValue(concurrency), parsed.GetValue(seed));
            var run = new TailRun(load, checksTimes: count >= TailBound.LeastCancels, output);

            await output.WriteLineAsync(Surroundings.Text);
            await output.WriteLineAsync($"from the call of a cancel to its outcome, {count} orders for each variant, {parsed.GetValue(concurrency)} cancels at once, seed {parsed.GetValue(seed)}");
            await run.MeasureAsync(parsed.GetRequiredValue(roundTrips), parsed.GetRequiredValue(stalls));
            bool isKept = await run.WriteBoundsAsync();
            if (parsed.GetValue(chart) is { } target)
            {
                await File.WriteAllTextAsync(target.FullName, TailChart.Of(run.Cells), stop);
                await output.WriteLineAsync($"Drawn: {target}");
            }

            return isKept ? 0 : 1;
        });
        return command;
    }
}
