using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

internal static class Describe
{
    public static string Metrics(IEnumerable<WorkerReport> reports) => string.Join(
        ", ",
        reports.SelectMany(report => report.Metrics).GroupBy(metric => metric.Key, StringComparer.Ordinal).OrderBy(metric => metric.Key, StringComparer.Ordinal)
            .Select(metric => $"{metric.Key} {metric.Sum(one => one.Value)}"));

    public static long Sum(IEnumerable<WorkerReport> reports, string metric) => reports.Sum(report => report.Metrics.GetValueOrDefault(metric));
}
