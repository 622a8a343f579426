namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Warms variants up and measures them in turns, so that a machine that slows down slows all of them; who is first changes with every round.</summary>
internal static class Comparison
{
    public static async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Variant> variants, int rounds, int calls)
    {
        foreach (Variant variant in variants)
        {
            await variant.WarmUpAsync(calls);
        }

        List<Round>[] measured = [.. variants.Select(_ => new List<Round>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < variants.Count; turn++)
            {
                int place = (round + turn) % variants.Count;
                measured[place].Add(await Round.MeasureAsync(variants[place], calls));
            }
        }

        return [.. variants.Select((variant, place) => new Figures(variant.Name, measured[place]))];
    }

    /// <summary>All ways to cancel at one venue.</summary>
    public static async Task<IReadOnlyList<Figures>> RunAsync(Venue venue, int rounds, int calls)
    {
        IReadOnlyList<Variant> variants = Variants.All(venue);
        try
        {
            return await RunAsync(variants, rounds, calls);
        }
        finally
        {
            variants.DisposeAll();
        }
    }

    /// <summary>A table in which the first variant is what the others are measured by.</summary>
    public static string TableOf(IReadOnlyList<Figures> figures)
    {
        Figures first = figures[0];
        var table = new TextTable("", "median µs", "best µs", $"best ÷ {first.Name}", $"median ÷ {first.Name}", "bytes", $"bytes − {first.Name}");
        foreach (Figures row in figures)
        {
            table.Add(
                row.Name,
                row.MedianMicroseconds.Fine(),
                row.BestMicroseconds.Fine(),
                (row.BestMicroseconds / first.BestMicroseconds).Fine(),
                (row.MedianMicroseconds / first.MedianMicroseconds).Fine(),
                row.Bytes.Whole(),
                (row.Bytes - first.Bytes).Whole());
        }

        return table.ToString();
    }
}
