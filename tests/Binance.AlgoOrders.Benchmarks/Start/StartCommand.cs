using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>How soon a process has canceled its first order, and what that cancel costs more than the following ones.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        Option<int> repetitions = NumberOption.Create("--repetitions", "How many processes of every kind.", value: 9, least: 1, most: 1000);
        Option<int> steady = NumberOption.Create("--steady", "How many cancels follow the first.", value: 4000, least: 2, most: 1_000_000);
        Option<FileInfo> native = new("--aot") { Description = "The native smoke test, published: measured too, from start to its line." };
        native.AcceptExistingOnly();
        var command = new Command("start", "Starts processes and measures their first cancel over TLS.") { repetitions, steady, native };
        command.SetAction(async (parsed, _) =>
        {
            await using LoopbackExchange exchange = await LoopbackExchange.StartAsync(withTls: true);
            var run = new StartRun(exchange, parsed.GetValue(repetitions), parsed.GetValue(steady), parsed.InvocationConfiguration.Output);
            await run.FromProcessStartAsync(parsed.GetValue(native)?.FullName);
            await run.FirstBesideSteadyAsync();
            return 0;
        });
        return command;
    }
}
