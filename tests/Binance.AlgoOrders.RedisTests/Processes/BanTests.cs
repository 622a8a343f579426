using System.Globalization;
using Binance.AlgoOrders.RedisWorker;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>One process receives HTTP 418, and all processes stop.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BanTests(ITestOutputHelper output)
{
    private const int Processes = 8;

    [Fact]
    public async Task All_processes_stop_within_250_ms_when_one_is_banned()
    {
        var ban = TimeSpan.FromSeconds(4);
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.StartAsync(redis.Address, new FleetPlan { Processes = Processes, BulkOrders = 300, SingleOrders = 30 });

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync(async () =>
        {
            await TestBudget.WaitUntilAsync(() => Enumerable.Range(0, Processes).All(process => HasSent(process, fleet)));
            fleet.Exchange.Faults.Next(Fault.Banned418(ban));
        });

        RecordedRequest banned = fleet.Exchange.Requests.First(request => request.Fault is not null);
        int[] lateArrivals = [.. fleet.Exchange.Requests
            .Where(request => request.ReceivedAt > banned.ReceivedAt && request.ReceivedAt < banned.ReceivedAt + ban)
            .Select(request => (int)(request.ReceivedAt - banned.ReceivedAt).TotalMilliseconds)];
        double[] knownAfter = [.. reports.Select(report => report.BannedAt!.Value - (double)banned.ReceivedAt.ToUnixTimeMilliseconds()).Order()];
        output.WriteLine($"Known after {string.Join(' ', knownAfter)} ms. Requests on their way: {lateArrivals.Length}, the last after {lateArrivals.DefaultIfEmpty().Max()} ms.");

        Assert.Equal(0, reports.Sum(report => report.SentWhileBanned));
        Assert.All(knownAfter, after => Assert.InRange(after, -1, 250));
    }

    private static bool HasSent(int process, Fleet fleet)
    {
        string firstId = WorkerPlan.BulkId(process.ToString(CultureInfo.InvariantCulture), order: 0);
        return fleet.Exchange.Requests.Any(request => request.Query.Contains($"clientAlgoId={firstId}&", StringComparison.Ordinal));
    }
}
