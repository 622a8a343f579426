using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Redis fails while processes cancel and place orders, four with each account.</summary>
[Collection(nameof(OneAtATime))]
public sealed class RedisOutageTests(ITestOutputHelper output)
{
    private const int Limit = 2400;
    private const int LocalShare = 120;
    private const int OrderLimit = 300;
    private const int LocalOrderShare = 15;

    private static readonly int Processes = TestSize.IsLong ? 8 : 4;
    private static readonly int Orders = TestSize.GetBulkOrders(1500);

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5.7);
    private static readonly TimeSpan During = TimeSpan.FromSeconds(6);

    public enum Outage
    {
        Killed,
        Paused,
        Flushed,
    }

    [Theory]
    [InlineData(Outage.Killed)]
    [InlineData(Outage.Paused)]
    [InlineData(Outage.Flushed)]
    public async Task All_requests_succeed_and_limits_are_exceeded_by_local_shares_at_most_when_Redis_fails(Outage outage)
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.StartAsync(redis.Address, new FleetPlan
        {
            Processes = Processes,
            BulkOrders = Orders,
            SingleOrders = 400,
            Placements = 65,
            Traders = Processes / 4,
            PlaceEvery = TimeSpan.FromMilliseconds(200),
            ClockSpread = TimeSpan.FromMilliseconds(400),
        });

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync(() => CauseAsync(outage, redis));

        Assert.Empty(reports.SelectMany(report => report.PlacementFailures));
        double[] departures = reports.SortedDepartures();
        int[] used = fleet.UsedPerWindow();
        output.WriteLine($"{outage}: used per window: {string.Join(' ', used)}; 429: {fleet.Exchange.LimitViolations}");
        output.WriteLine($"single cancels: {departures.Length}, p99 {departures.Percentile(0.99):0.00} ms, max {departures[^1]:0.00} ms");
        int[] placed = fleet.PlacedPerTenSeconds();
        output.WriteLine($"placed in ten seconds: {string.Join(' ', placed)}; max {reports.SortedPlacementTimes()[^1]:0} ms");
        output.WriteLine(reports.MetricsText());

        Assert.Empty(reports.SelectMany(report => report.Failures));
        Assert.Equal(Processes * Orders, reports.Sum(report => report.BulkCanceled));
        Assert.InRange(departures.Percentile(0.99), 0, 50);
        Assert.InRange(used.Max(), 0, Limit + (Processes * LocalShare));
        Assert.InRange(placed.Max(), 0, (Processes / 4 * OrderLimit) + (Processes * LocalOrderShare));

        // After a flush Redis still responds in time, so the budget stays shared.
        if (outage != Outage.Flushed)
        {
            Assert.All(reports, report => Assert.InRange(report.Metrics["binance.budget.rejoins"], 1, long.MaxValue));
            Assert.InRange(reports.SumOf("binance.budget.local_weight"), 1, long.MaxValue);
        }

        Assert.Equal(0, reports.SumOf("binance.budget.degraded"));
    }

    // Early in the second window all processes cancel.
    private static async Task CauseAsync(Outage outage, RedisServer redis)
    {
        await Task.Delay(Before);
        switch (outage)
        {
            case Outage.Killed:
                await redis.KillAsync();
                await Task.Delay(During);
                await redis.RestartAsync();
                break;
            case Outage.Paused:
                await redis.PauseAsync();
                await Task.Delay(During);
                await redis.ResumeAsync();
                break;
            default:
                await redis.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(300));
                await redis.FlushAsync();
                break;
        }
    }
}
