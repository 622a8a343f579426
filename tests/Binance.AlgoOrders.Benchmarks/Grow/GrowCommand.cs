using System.CommandLine;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Whether the product stays as small as it starts, and on one connection. Fails when a bound is broken.</summary>
internal static class GrowCommand
{
    private const int MostConnections = 1;

    public static Command Create()
    {
        Option<int> stretch = NumberOption.Create("--from", "How many calls the first and the last stretch have.", value: 1000, least: 1, most: 1_000_000);
        Option<int> calls = NumberOption.Create("--to", "How many calls there are.", value: 100_000, least: 1, most: 100_000_000);
        Option<int> requests = NumberOption.Create("--requests", "How many cancels are sent over TLS.", value: 300, least: 1, most: 1_000_000);
        var command = new Command("grow", "Makes many calls and fails when they cost more and more.") { stretch, calls, requests };
        command.SetAction(async (parsed, _) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            bool isSmall = await StaysSmallAsync(parsed.GetValue(stretch), parsed.GetValue(calls), output);
            bool isSingle = await StaysOnOneConnectionAsync(parsed.GetValue(requests), output);
            return isSmall && isSingle ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> StaysSmallAsync(int stretch, int calls, TextWriter output)
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

    private static async Task<bool> StaysOnOneConnectionAsync(int requests, TextWriter output)
    {
        await using LoopbackExchange exchange = await LoopbackExchange.StartAsync(withTls: true);
        using Variant variant = Variants.Create(exchange.ToVenue());
        await variant.WarmUpAsync(requests);
        bool isKept = exchange.Connections <= MostConnections;
        string accepted = $"{exchange.Connections} connections accepted, {(isKept ? "kept" : "BROKEN")}";
        await output.WriteLineAsync($"{requests} cancels over TLS, one after the other; allowed: 1 connection: {accepted}");
        return isKept;
    }
}
