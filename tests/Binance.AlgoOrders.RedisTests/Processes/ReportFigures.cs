using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Summarizes the reports of several processes.</summary>
internal static class ReportFigures
{
    public static double[] SortedDepartures(this IEnumerable<WorkerReport> reports) => [.. reports.SelectMany(report => report.Departures).Order()];

    public static double[] SortedPlacementTimes(this IEnumerable<WorkerReport> reports) => [.. reports.SelectMany(report => report.PlacementTimes).Order()];

    public static double Percentile(this double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];

    public static long SumOf(this IEnumerable<WorkerReport> reports, string metric) => reports.Sum(report => report.Metrics.GetValueOrDefault(metric));

    public static string MetricsText(this IEnumerable<WorkerReport> reports) => string.Join(
        ", ",
        reports.SelectMany(report => report.Metrics).GroupBy(metric => metric.Key, StringComparer.Ordinal).OrderBy(metric => metric.Key, StringComparer.Ordinal)
            .Select(metric => $"{metric.Key} {metric.Sum(one => one.Value)}"));
}
