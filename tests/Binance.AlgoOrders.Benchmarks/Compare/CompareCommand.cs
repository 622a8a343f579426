using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Compares the product with a bare HttpClient and with handwritten clients.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        Option<int> rounds = NumberOption.Create("--rounds", "The number of rounds.", value: 20, least: 1, most: 1000);
        Option<int?> calls = NumberOption.CreateOpen("--calls", "The number of cancels per round. Default 10000 in memory, 1000 over sockets.", 1, 1_000_000);
        Option<string> transport = new("--transport") { Description = "memory, http, tls or all.", DefaultValueFactory = _ => "all" };
        Option<int?> concurrency = new("--concurrency") { Description = "The number of concurrent callers over sockets, 1 or 16. Default both." };
        transport.AcceptOnlyFromAmong("memory", "http", "tls", "all");
        concurrency.AcceptOnlyFromAmong("1", "16");
        var command = new Command("compare", "Measures a cancel in comparison with a bare HttpClient and with handwritten clients.")
        {
            rounds,
            calls,
            transport,
            concurrency,
        };
        command.SetAction(async (parsed, _) =>
        {
            var run = new CompareRun(
                parsed.GetValue(rounds),
                parsed.GetValue(calls),
                parsed.GetValue(concurrency) is { } callers ? [callers] : [1, 16],
                parsed.InvocationConfiguration.Output);
            await run.RunAsync(parsed.GetRequiredValue(transport));
            return 0;
        });
        return command;
    }
}
