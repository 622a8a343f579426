using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures the time from the start of a process to its first cancel, and the additional cost of that cancel.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        Option<int> processes = NumberOption.Create("--repetitions", "The number of processes of every kind.", value: 9, least: 1, most: 1000);
        Option<int> steady = NumberOption.Create("--steady", "The number of cancels that follow the first.", value: 4000, least: 2, most: 1_000_000);
        Option<FileInfo> native = new("--aot") { Description = "The published native smoke test, to measure it too." };
        native.AcceptExistingOnly();
        var command = new Command("start", "Starts processes and measures their first cancel over TLS.") { processes, steady, native };
        command.SetAction(async (parsed, _) =>
        {
            await using LoopbackExchange exchange = await LoopbackExchange.StartAsync(withTls: true);
            var run = new StartRun(exchange, parsed.GetValue(processes), parsed.GetValue(steady), parsed.InvocationConfiguration.Output);
            await run.MeasureStartAsync(parsed.GetValue(native)?.FullName);
            await run.MeasureFirstCancelAsync();
            return 0;
        });
        return command;
    }
}
