using System.Diagnostics;
using System.Globalization;
using Binance.AlgoOrders.Internal;
using StackExchange.Redis;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>What a cancel waits for the budget: with weight that is kept here, and if it asked Redis each time.</summary>
internal static class Measurement
{
    private const int Rounds = 5000;

    public static async Task RunAsync(string redis)
    {
        var options = new RedisRequestBudgetOptions { Configuration = redis, Name = "measurement" };
        BudgetRules rules = BudgetRules.Of(1_000_000, options);
        BudgetKeys keys = BudgetKeys.Of(options, "measurement", "made-up");
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var clocks = new BudgetClocks(TimeProvider.System, TimeProvider.System);
        using var metrics = new BudgetMetrics(factory: null, "measurement");
        await using var budget = new RedisRequestBudget(rules, keys, RedisLink.To(redis), metrics, loggerFactory: null, clocks);
        IDatabase database = connection.GetDatabase();
        var told = new WeightDeclaration(Window: 1, Spent: 1, Holding: 0, Known: 0, Wanted: 0, HasJoined: false);
        var cost = new RequestCost(1, RequestPriority.Cancel, CountsAsOrder: false);

        for (int warmUp = 0; warmUp < 2; warmUp++)
        {
            double[] kept = [.. Enumerable.Range(0, Rounds).Select(_ => FromMemory(budget, cost)).Order()];
            double[] asked = new double[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                await WeightScript.RunAsync(database, keys, rules, "measurement", told, ban: null);
                asked[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            Array.Sort(asked);
            await SayAsync("kept here", kept);
            await SayAsync("asked each time", asked);
        }
    }

    private static double FromMemory(RedisRequestBudget budget, RequestCost cost)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        if (budget.Ban is null)
        {
            budget.Spend(cost, now);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static Task SayAsync(string what, double[] sorted) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{what,-16} p50 {sorted[Rounds / 2]:0.00} µs, p99 {sorted[Rounds * 99 / 100]:0.00} µs, max {sorted[^1]:0.00} µs"));
}
