using System.Globalization;
using Binance.AlgoOrders.RedisWorker;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>One process is told 418, and all of them stop.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BanTests(ITestOutputHelper output)
{
    private const int Processes = 8;

    [Fact]
    public async Task No_process_sends_anything_once_it_knows_and_all_know_at_once()
    {
        var ban = TimeSpan.FromSeconds(4);
        await using RedisServer redis = await RedisServer.StartAsync();
        await using Fleet fleet = await Fleet.OpenAsync(redis.Address, Processes, bulkOrders: 500, singleOrders: 30);
        DateTimeOffset bannedAt = default;

        IReadOnlyList<WorkerReport> reports = await fleet.RunAsync(async () =>
        {
            await TestBudget.UntilAsync(() => Enumerable.Range(0, Processes).All(process => IsAtWork(process, fleet)));
            bannedAt = fleet.Exchange.Now;
            fleet.Exchange.Faults.Next(Fault.Banned418(ban));
        });

        SimulatedExchangeRecord told = fleet.Exchange.Journal.First(request => request.Fault is not null);
        int[] lateArrivals = [.. fleet.Exchange.Journal
            .Where(request => request.ReceivedAt > told.ReceivedAt && request.ReceivedAt < told.ReceivedAt + ban)
            .Select(request => (int)(request.ReceivedAt - told.ReceivedAt).TotalMilliseconds)];
        double[] knownAfter = [.. reports.Select(report => report.BannedAt!.Value - (double)told.ReceivedAt.ToUnixTimeMilliseconds()).Order()];
        output.WriteLine($"known after {string.Join(' ', knownAfter)} ms; on their way meanwhile: {lateArrivals.Length}, the last after {lateArrivals.DefaultIfEmpty().Max()} ms");

        Assert.Equal(0, reports.Sum(report => report.SentWhileBanned));
        Assert.All(knownAfter, after => Assert.InRange(after, -1, 250));
    }

    private static bool IsAtWork(int process, Fleet fleet)
    {
        string ofBulk = WorkerPlan.BulkId(process.ToString(CultureInfo.InvariantCulture), order: 0);
        return fleet.Exchange.Journal.Any(request => request.Query.Contains($"clientAlgoId={ofBulk}&", StringComparison.Ordinal));
    }
}
