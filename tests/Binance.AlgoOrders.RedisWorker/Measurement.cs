using System.Diagnostics;
using System.Globalization;
using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Connection;
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
        var options = new RedisRequestBudgetOptions { Configuration = redis, Name = "measurement" };
        BudgetRules rules = BudgetRules.Of(1_000_000, options);
        BudgetKeys keys = BudgetKeys.Of(options, "measurement", "made-up");
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis);
        using var telemetry = new BudgetTelemetry("measurement", keys.AddressPrefix, rules.LocalShare, meterFactory: null, loggerFactory: null);
        await using var budget = new RedisRequestBudget(
            rules, keys, RedisConnection.FromConfiguration(redis), telemetry, TimeProvider.System, TimeProvider.System);
        IDatabase database = connection.GetDatabase();
        var report = new WeightReport(Window: 1, Consumed: 1, Leased: 0, Used: 0, Requested: 0, HasJoined: false);
        var cost = new RequestCost(1, RequestPriority.Cancel, CountsAsOrder: false);

        for (int warmUp = 0; warmUp < 2; warmUp++)
        {
            double[] fromMemory = [.. Enumerable.Range(0, Rounds).Select(_ => MeasureMemory(budget, cost)).Order()];
            double[] fromRedis = new double[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                await WeightScript.RunAsync(database, keys, rules, "measurement", report, ban: null);
                fromRedis[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            Array.Sort(fromRedis);
            await PrintAsync("from memory", fromMemory);
            await PrintAsync("from Redis", fromRedis);
        }
    }

    private static double MeasureMemory(RedisRequestBudget budget, RequestCost cost)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        if (budget.Block is null)
        {
            budget.Consume(cost, now);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static Task PrintAsync(string name, double[] sorted) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{name,-16} p50 {sorted[Rounds / 2]:0.00} µs, p99 {sorted[Rounds * 99 / 100]:0.00} µs, max {sorted[^1]:0.00} µs"));
}
