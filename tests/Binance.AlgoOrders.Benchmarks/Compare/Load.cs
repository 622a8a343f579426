using System.Diagnostics;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures variants under concurrent callers, each of which makes one call after the other.</summary>
internal static class Load
{
    private const int WarmUpCalls = 50;

    /// <summary>Measures the variants in turns, as <see cref="Comparison"/> does.</summary>
    public static async Task<IReadOnlyList<LoadFigures>> RunAsync(IReadOnlyList<Variant> variants, int rounds, int calls, int callers)
    {
        foreach (Variant variant in variants)
        {
            await variant.WarmUpAsync(calls);
        }

        LoadFigures[] figures = [.. variants.Select(variant => new LoadFigures(variant.Name))];
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < variants.Count; turn++)
            {
                int place = (round + turn) % variants.Count;
                await MeasureAsync(variants[place], figures[place], calls, callers);
            }
        }

        return figures;
    }

    /// <summary>Formats a table in which every variant is compared with the first.</summary>
    public static string TableOf(IReadOnlyList<LoadFigures> figures)
    {
        LoadFigures first = figures[0];
        var table = new TextTable("", "requests/s", "best", $"÷ {first.Name}", "median latency µs", $"÷ {first.Name}");
        foreach (LoadFigures row in figures)
        {
            table.Add(
                row.Name,
                row.MedianRate.Whole(),
                row.BestRate.Whole(),
                (row.MedianRate / first.MedianRate).Fine(),
                row.MedianLatency.Fine(),
                (row.MedianLatency / first.MedianLatency).Fine());
        }

        return table.ToString();
    }

    private static async Task MeasureAsync(Variant variant, LoadFigures figures, int calls, int callers)
    {
        // All callers warm up at once, so that every connection is open before the measurement.
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => variant.WarmUpAsync(Math.Min(calls, WarmUpCalls))));
        GC.Collect();
        int share = Math.Max(1, calls / callers);
        double[][] latencies = [.. Enumerable.Range(0, callers).Select(_ => new double[share])];

        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(latencies.Select(own => Task.Run(() => CallAsync(variant, own))));
        figures.Add(share * callers / Stopwatch.GetElapsedTime(start).TotalSeconds, latencies.SelectMany(own => own).Median());
    }

    private static async Task CallAsync(Variant variant, double[] latencies)
    {
        for (int call = 0; call < latencies.Length; call++)
        {
            long start = Stopwatch.GetTimestamp();
            await variant.CallAsync();
            latencies[call] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }
}
