using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Summarizes the load on the server.</summary>
/// <param name="Quarters">The quarters, at least two.</param>
internal sealed record ServerFigures(IReadOnlyList<ServerQuarter> Quarters)
{
    private const double Megabyte = 1024 * 1024;
    private const double LeastPerMinute = 100_000;
    private const double MostGrowth = 4;

    // With fewer requests, the compilation of the code takes a large part of the time.
    private const int LeastRequestsOfTimes = 100_000;

    public int Requests => Quarters.Sum(quarter => quarter.Milliseconds.Count);

    public int Failures => Quarters.Sum(quarter => quarter.Failures);

    private double PerMinute => Requests / Quarters.Sum(quarter => quarter.Elapsed.TotalMinutes);

    // The exchange reaches its bounds in the first quarter.
    private double Growth => (Quarters[^1].LiveBytes - Quarters[1].LiveBytes) / Megabyte;

    public IReadOnlyList<ServerBound> Bounds(ServerPlan plan)
    {
        ServerBound failures = new("requests without a 200", Failures, Most: 0);
        ServerBound growth = new("growth of the heap from the second to the last quarter, MB", Growth, Most: MostGrowth);
        if (plan.Requests < LeastRequestsOfTimes)
        {
            return [failures, growth];
        }

        return [failures, growth, new("requests a minute", PerMinute, Least: LeastPerMinute)];
    }

    public override string ToString()
    {
        var table = new TextTable("", "requests a minute", "p50 ms", "p99 ms", "bytes/request, client included", "heap afterwards, MB");
        foreach ((int index, ServerQuarter quarter) in Quarters.Index())
        {
            Add(table, string.Create(CultureInfo.InvariantCulture, $"quarter {index + 1}"), [quarter]);
        }

        Add(table, "all", Quarters);
        return table.ToString();
    }

    private static void Add(TextTable table, string name, IReadOnlyList<ServerQuarter> quarters)
    {
        double[] times = [.. quarters.SelectMany(quarter => quarter.Milliseconds).Order()];
        table.Add(
            name,
            (times.Length / quarters.Sum(quarter => quarter.Elapsed.TotalMinutes)).Whole(),
            times.Percentile(50).Fine(),
            times.Percentile(99).Fine(),
            (quarters.Sum(quarter => (double)quarter.Bytes) / times.Length).Whole(),
            (quarters[^1].LiveBytes / Megabyte).Fine());
    }
}
