using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>Four processes in the middle of their work, and Redis goes away.</summary>
[Collection(nameof(OneAtATime))]
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int Processes = 4;
    private const int Orders = 2400;
    private const int Limit = 2400;
    private const int LocalShare = 120;

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5.7);
    private static readonly TimeSpan During = TimeSpan.FromSeconds(6);

    public enum Trouble
    {
        Killed,
        Paused,
        Flushed,
    }

    [Theory]
    [InlineData(Trouble.Killed)]
    [InlineData(Trouble.Paused)]
    [InlineData(Trouble.Flushed)]
    public async Task Nothing_fails_or_waits_and_the_limit_holds_within_the_local_shares(Trouble trouble)
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.OpenAsync(redis.Address, Processes, Orders, singleOrders: 40);

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync(() => MakeAsync(trouble, redis));

        double[] departures = [.. reports.SelectMany(report => report.Departures).Order()];
        int[] used = fleet.UsedPerWindow();
        output.WriteLine($"{trouble}: used per window: {string.Join(' ', used)}; 429: {fleet.Exchange.LimitViolations}");
        output.WriteLine($"single cancels: {departures.Length}, p99 {Percentile.Of(departures, 0.99):0.00} ms, max {departures[^1]:0.00} ms");
        output.WriteLine(Describe.Metrics(reports));

        Assert.Empty(reports.SelectMany(report => report.Failures));
        Assert.Equal(Processes * Orders, reports.Sum(report => report.BulkCanceled));
        Assert.InRange(Percentile.Of(departures, 0.99), 0, 50);
        Assert.InRange(used.Max(), 0, Limit + (Processes * LocalShare));

        // A flush does not interrupt anything: it is mended, not noticed.
        if (trouble != Trouble.Flushed)
        {
            Assert.All(reports, report => Assert.InRange(report.Metrics["binance.budget.rejoins"], 1, long.MaxValue));
            Assert.InRange(Describe.Sum(reports, "binance.budget.local_weight"), 1, long.MaxValue);
        }

        Assert.Equal(0, Describe.Sum(reports, "binance.budget.degraded"));
    }

    // Early in the second window, where all of them are at work.
    private static async Task MakeAsync(Trouble trouble, RedisServer redis)
    {
        await Task.Delay(Before);
        switch (trouble)
        {
            case Trouble.Killed:
                await redis.KillAsync();
                await Task.Delay(During);
                await redis.RestartAsync();
                break;
            case Trouble.Paused:
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
