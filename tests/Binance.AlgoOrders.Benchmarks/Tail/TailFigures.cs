namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Summarizes the cancels of one variant under one set of conditions.</summary>
/// <param name="Name">The name of the variant.</param>
/// <param name="Milliseconds">The times of the cancels, in ascending order.</param>
/// <param name="RequestsPerCancel">The average number of requests of a cancel.</param>
/// <param name="Unknown">The number of cancels without a claim.</param>
/// <param name="FalseClaims">The number of claims that differ from the true state of the order.</param>
/// <param name="NetworkDelay">The 99th percentile of the milliseconds by which the machine delayed a response.</param>
internal sealed record TailFigures(
    string Name, IReadOnlyList<double> Milliseconds, double RequestsPerCancel, int Unknown, int FalseClaims, double NetworkDelay)
{
    public double P50 => Milliseconds.Percentile(50);

    public double P99 => Milliseconds.Percentile(99);

    public double P999 => Milliseconds.Percentile(99.9);

    public static string TableOf(IEnumerable<TailFigures> figures)
    {
        var table = new TextTable("", "p50 ms", "p99 ms", "p99.9 ms", "max ms", "requests per cancel", "Unknown", "false claims", "delay of the machine, p99 ms");
        foreach (TailFigures row in figures)
        {
            table.Add(
                row.Name,
                row.P50.Fine(),
                row.P99.Fine(),
                row.P999.Fine(),
                row.Milliseconds[^1].Fine(),
                row.RequestsPerCancel.Fine(),
                Numbers.Plain(row.Unknown),
                Numbers.Plain(row.FalseClaims),
                row.NetworkDelay.Fine());
        }

        return table.ToString();
    }
}
