namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures all variants under all conditions. Each table is written as soon as it is complete.</summary>
internal sealed class TailRun(TailLoad load, bool checksTimes, TextWriter output)
{
    private readonly List<(NetworkConditions Conditions, TailBound Bound)> _bounds = [];

    /// <summary>Gets the figures in the order of the conditions.</summary>
    public List<(NetworkConditions Conditions, IReadOnlyList<TailFigures> Figures)> Cells { get; } = [];

    public async Task MeasureAsync(IReadOnlyList<double> roundTrips, IReadOnlyList<double> stallPercents)
    {
        await load.PrepareAsync();
        foreach (double roundTrip in roundTrips)
        {
            foreach (double stallPercent in stallPercents)
            {
                await MeasureAsync(new NetworkConditions(roundTrip, stallPercent));
            }
        }
    }

    /// <summary>Writes the bounds of the product.</summary>
    /// <returns>True if all are kept.</returns>
    public async Task<bool> WriteBoundsAsync()
    {
        var table = new TextTable("", "measured", "allowed", "bound");
        foreach ((NetworkConditions conditions, TailBound bound) in _bounds)
        {
            table.Add($"{conditions}: {bound.Name}", bound.Value.Fine(), bound.Most.Fine(), bound.IsKept ? "kept" : "BROKEN");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"bounds of the product, of times only with at least {TailBound.LeastCancels} cancels");
        await output.WriteAsync(table.ToString());
        return _bounds.TrueForAll(row => row.Bound.IsKept);
    }

    private async Task MeasureAsync(NetworkConditions conditions)
    {
        var figures = new List<TailFigures>();
        foreach (TailVariant variant in TailVariant.All)
        {
            figures.Add(await load.MeasureAsync(variant, conditions));
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(conditions.ToString());
        await output.WriteAsync(TailFigures.TableOf(figures));
        Cells.Add((conditions, figures));
        AddBounds(conditions, figures);
    }

    private void AddBounds(NetworkConditions conditions, List<TailFigures> figures)
    {
        TailFigures hedging = figures.Single(row => row.Name == TailVariant.HedgingName);
        TailFigures notHedging = figures.Single(row => row.Name == TailVariant.NotHedgingName);
        IEnumerable<TailBound> bounds = [TailBound.OfClaims(hedging), TailBound.OfClaims(notHedging)];
        if (checksTimes)
        {
            bounds = bounds.Concat(TailBound.OfTimes(conditions, hedging, notHedging));
        }

        _bounds.AddRange(bounds.Select(bound => (conditions, bound)));
    }
}
