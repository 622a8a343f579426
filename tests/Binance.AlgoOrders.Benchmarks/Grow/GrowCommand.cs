using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Checks that the cost of a call does not grow and that one connection is enough.</summary>
internal static class GrowCommand
{
    private const int MaxConnections = 1;

    public static Command Create()
    {
        Option<int> stretch = NumberOption.Create("--from", "The number of calls in the first and the last stretch.", value: 1000, least: 1, most: 1_000_000);
        Option<int> calls = NumberOption.Create("--to", "The total number of calls.", value: 100_000, least: 1, most: 100_000_000);
        Option<int> requests = NumberOption.Create("--requests", "The number of cancels over TLS.", value: 300, least: 1, most: 1_000_000);
        var command = new Command("grow", "Makes many calls and fails when their cost grows.") { stretch, calls, requests };
        command.SetAction(async (parsed, _) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            bool isSmall = await CheckSizeAsync(parsed.GetValue(stretch), parsed.GetValue(calls), output);
            bool isSingle = await CheckConnectionsAsync(parsed.GetValue(requests), output);
            return isSmall && isSingle ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> CheckSizeAsync(int stretch, int calls, TextWriter output)
    {
        IReadOnlyList<Variant> variants = Variants.Product(MemoryVenues.Immediate);
        var table = new TextTable("", $"bytes/call, first {stretch}", $"last {stretch} of {calls}", "heap growth", "gen 2", "bounds");
        bool isBounded = true;
        foreach (Variant variant in variants)
        {
            Growth growth = await Growth.MeasureAsync(variant, stretch, calls);
            isBounded &= growth.IsBounded;
            table.Add(
                growth.Name,
                growth.Early.Whole(),
                growth.Late.Whole(),
                ((double)(growth.HeapLate - growth.HeapEarly)).Whole(),
                ((double)growth.Generation2).Whole(),
                growth.IsBounded ? "kept" : "BROKEN");
        }

        variants.DisposeAll();
        await output.WriteLineAsync("in memory; allowed: bytes/call within 1 %, 65,536 bytes of heap growth, no gen 2 collection but the forced ones");
        await output.WriteAsync(table.ToString());
        return isBounded;
    }

    private static async Task<bool> CheckConnectionsAsync(int requests, TextWriter output)
    {
        await using LoopbackExchange exchange = await LoopbackExchange.StartAsync(withTls: true);
        using Variant variant = Variants.Create(exchange.ToVenue());
        await variant.WarmUpAsync(requests);
        bool isKept = exchange.Connections <= MaxConnections;
        string result = isKept ? "kept" : "BROKEN";
        await output.WriteLineAsync($"{requests} cancels over TLS, one after the other; allowed: 1 connection: {exchange.Connections} connections accepted, {result}");
        return isKept;
    }
}
