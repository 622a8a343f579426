using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Eight processes behind one address share one limit.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SharedLimitTests(ITestOutputHelper output)
{
    private const int Processes = 8;
    private const int Limit = 2400;

    [Fact]
    public async Task Eight_processes_use_90_percent_of_one_limit_without_exceeding_it_and_without_delaying_single_cancels()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.StartAsync(redis.Address, Processes, bulkOrders: 2000, singleOrders: 60);

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync();

        int[] used = fleet.UsedPerWindow();
        double[] departures = reports.SortedDepartures();
        double p99 = departures.Percentile(0.99);
        output.WriteLine($"used per window: {string.Join(' ', used)}; 429: {fleet.Exchange.LimitViolations}");
        output.WriteLine($"single cancels: {departures.Length}, p50 {departures.Percentile(0.5):0.00} ms, p99 {p99:0.00} ms, max {departures[^1]:0.00} ms");
        output.WriteLine(reports.MetricsText());

        Assert.Equal(0, fleet.Exchange.LimitViolations);
        Assert.Empty(reports.SelectMany(report => report.Failures));
        Assert.Equal(Processes * 2000, reports.Sum(report => report.BulkCanceled));
        Assert.InRange(p99, 0, 50);

        // The windows of the warm-up come first, and the last window is incomplete.
        int[] complete = [.. used.SkipWhile(weight => weight < 1000).SkipLast(1)];
        Assert.True(complete.Length >= 5);
        Assert.InRange(complete.Average(), 0.9 * Limit, Limit);
    }
}
