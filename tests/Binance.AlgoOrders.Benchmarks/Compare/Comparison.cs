namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// Warms variants up and measures them in short turns, so that a slower machine slows all of them alike. Another variant comes first in every
/// turn.
/// </summary>
internal static class Comparison
{
    private const int TurnsOfRound = 20;

    public static async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Variant> variants, int rounds, int calls)
    {
        foreach (Variant variant in variants)
        {
            await variant.WarmUpAsync(calls);
        }

        List<Round>[] measured = [.. variants.Select(_ => new List<Round>())];
        for (int round = 0; round < rounds; round++)
        {
            IReadOnlyList<Round> parts = await RunRoundAsync(variants, calls);
            for (int place = 0; place < variants.Count; place++)
            {
                measured[place].Add(parts[place]);
            }
        }

        return [.. variants.Select((variant, place) => new Figures(variant.Name, measured[place]))];
    }

    /// <summary>Measures all variants at one venue.</summary>
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

    private static async Task<IReadOnlyList<Round>> RunRoundAsync(IReadOnlyList<Variant> variants, int calls)
    {
        int turns = Math.Min(TurnsOfRound, calls);
        List<Round>[] parts = [.. variants.Select(_ => new List<Round>())];
        for (int turn = 0; turn < turns; turn++)
        {
            for (int follower = 0; follower < variants.Count; follower++)
            {
                int place = (turn + follower) % variants.Count;
                parts[place].Add(await Round.MeasureAsync(variants[place], calls / turns));
            }
        }

        return [.. parts.Select(Round.AverageOf)];
    }

    /// <summary>Formats a table in which every variant is compared with the first.</summary>
    public static string TableOf(IReadOnlyList<Figures> figures)
    {
        Figures first = figures[0];
        var table = new TextTable("", "median µs", "best µs", $"best ÷ {first.Name}", $"÷ {first.Name}, median of rounds", "bytes", $"bytes − {first.Name}");
        foreach (Figures row in figures)
        {
            table.Add(
                row.Name,
                row.MedianMicroseconds.Fine(),
                row.BestMicroseconds.Fine(),
                (row.BestMicroseconds / first.BestMicroseconds).Fine(),
                row.RatioTo(first).Fine(),
                row.Bytes.Whole(),
                (row.Bytes - first.Bytes).Whole());
        }

        return table.ToString();
    }
}
