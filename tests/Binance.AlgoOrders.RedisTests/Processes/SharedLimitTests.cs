using Binance.AlgoOrders.RedisWorker;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>
/// Eight processes with two accounts, behind one address, share one limit of weight and two of orders. Their clocks are up to 800 ms apart.
/// </summary>
[Collection(nameof(OneAtATime))]
public sealed class SharedLimitTests(ITestOutputHelper output)
{
    private const int Processes = 8;
    private const int Limit = 2400;
    private const int OrdersPerSecond = 20;

    private static readonly int BulkOrders = TestSize.GetBulkOrders(2000);

    [Fact]
    public async Task Eight_processes_use_90_percent_of_one_limit_without_exceeding_any_and_without_delaying_cancels_or_new_orders()
    {
        const int Traders = 2;
        int seconds = BulkOrders * Processes / Limit * (int)Fleet.Window.TotalSeconds;
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.StartAsync(redis.Address, new FleetPlan
        {
            Processes = Processes,
            Traders = Traders,
            BulkOrders = BulkOrders,
            SingleOrders = seconds * 2,
            Placements = seconds * OrdersPerSecond * Traders / Processes,
            PlaceEvery = TimeSpan.FromSeconds((double)Processes / (OrdersPerSecond * Traders)),
            ClockSpread = TimeSpan.FromMilliseconds(400),
        });

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync();

        Assert.Empty(reports.SelectMany(report => report.PlacementFailures));
        int[] used = fleet.UsedPerWindow();
        double[] departures = reports.SortedDepartures();
        double[] placements = reports.SortedPlacementTimes();
        double p99 = departures.Percentile(0.99);
        RecordedRequest[] tooMany = [.. fleet.Exchange.Requests.Where(request => request.ErrorCode is -1015 or -1003)];
        output.WriteLine($"used per window: {string.Join(' ', used)}; 429: {fleet.Exchange.LimitViolations}; -1015: {tooMany.Count(request => request.ErrorCode == -1015)}");
        output.WriteLine($"single cancels: {departures.Length}, p50 {departures.Percentile(0.5):0.00} ms, p99 {p99:0.00} ms, max {departures[^1]:0.00} ms");
        output.WriteLine($"new orders: {placements.Length}, p50 {placements.Percentile(0.5):0.00} ms, p99 {placements.Percentile(0.99):0.00} ms, max {placements[^1]:0.00} ms");
        output.WriteLine(reports.MetricsText());

        Assert.Empty(tooMany);
        Assert.Empty(reports.SelectMany(report => report.Failures));
        Assert.Equal(Processes * BulkOrders, reports.Sum(report => report.BulkCanceled));
        Assert.InRange(p99, 0, 50);

        // The windows of the warm-up come first, and the last window is incomplete.
        int[] complete = [.. used.SkipWhile(weight => weight < 1000).SkipLast(1)];
        Assert.True(complete.Length >= 5);
        Assert.InRange(complete.Average(), 0.9 * Limit, Limit);
    }
}
