using System.Diagnostics;
using System.Globalization;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Scripts;
using StackExchange.Redis;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Measures the delay of a cancel by the budget: from memory, and by a request to Redis for comparison.</summary>
internal static class Measurement
{
    private const int Rounds = 5000;

    public static async Task RunAsync(string redis)
    {
        var client = new AlgoOrderClientOptions { WeightLimit = 1_000_000 };
        await using var budget = RedisRequestBudget.Create(new RedisRequestBudgetOptions { Configuration = redis, Name = "measurement" }, client);
        IRequestBudget account = budget.ForAccount("measurement");
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis);
        BudgetRules rules = BudgetRules.Of(client, localShare: 0.05, TimeSpan.FromMilliseconds(20), TimeSpan.FromMinutes(1));
        var ledger = new LimitLedger(
            "measurement", rules.Weight, new RedisHealth(rules.MaxDelay, TimeProvider.System), new AsyncAutoResetEvent(), TimeProvider.System);
        IDatabase database = connection.GetDatabase();
        var report = new LimitReport(Window: 1, Consumed: 1, Leased: 0, Used: 0, Requested: 0, Minimum: 1, HasJoined: false);
        var cost = new RequestCost(1, RequestPriority.Cancel, CountsAsOrder: false);

        for (int warmUp = 0; warmUp < 2; warmUp++)
        {
            double[] fromMemory = [.. Enumerable.Range(0, Rounds).Select(_ => MeasureMemory(account, cost)).Order()];
            double[] fromRedis = new double[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                await LeaseScript.RunAsync(database, ledger, "measurement", report);
                fromRedis[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            Array.Sort(fromRedis);
            await PrintAsync("from memory", fromMemory);
            await PrintAsync("from Redis", fromRedis);
        }
    }

    private static double MeasureMemory(IRequestBudget budget, RequestCost cost)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        if (budget.GetBlock(cost) is null)
        {
            budget.TryConsume(cost, new ServerTimeRange(now, now));
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static Task PrintAsync(string name, double[] sorted) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{name,-16} p50 {sorted[Rounds / 2]:0.00} µs, p99 {sorted[Rounds * 99 / 100]:0.00} µs, max {sorted[^1]:0.00} µs"));
}
