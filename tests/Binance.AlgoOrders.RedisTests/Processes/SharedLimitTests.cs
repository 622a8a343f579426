using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Eight processes, one address, one limit.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SharedLimitTests(ITestOutputHelper output)
{
    private const int Processes = 8;
    private const int Limit = 2400;

    [Fact]
    public async Task Eight_processes_use_nine_tenths_of_one_limit_and_never_break_it_and_single_cancels_leave_at_once()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.OpenAsync(redis.Address, Processes, bulkOrders: 2000, singleOrders: 60);

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync();

        int[] used = fleet.UsedPerWindow();
        double[] departures = [.. reports.SelectMany(report => report.Departures).Order()];
        double p99 = Percentile.Of(departures, 0.99);
        output.WriteLine($"used per window: {string.Join(' ', used)}; 429: {fleet.Exchange.LimitViolations}");
        output.WriteLine($"single cancels: {departures.Length}, p50 {Percentile.Of(departures, 0.5):0.00} ms, p99 {p99:0.00} ms, max {departures[^1]:0.00} ms");
        output.WriteLine(Describe.Metrics(reports));

        Assert.Equal(0, fleet.Exchange.LimitViolations);
        Assert.Empty(reports.SelectMany(report => report.Failures));
        Assert.Equal(Processes * 2000, reports.Sum(report => report.BulkCanceled));
        Assert.InRange(p99, 0, 50);

        // The warm-up's windows come first, the last one is not whole.
        int[] whole = [.. used.SkipWhile(weight => weight < 1000).SkipLast(1)];
        Assert.True(whole.Length >= 5);
        Assert.InRange(whole.Average(), 0.9 * Limit, Limit);
    }
}
