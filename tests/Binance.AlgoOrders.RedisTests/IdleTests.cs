using System.Globalization;
using System.Net;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>A process that sends no requests writes nothing, and still learns what others write.</summary>
public sealed class IdleTests
{
    [Fact]
    public async Task Nothing_is_written_while_nothing_changes()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address);
        await budget.ConsumeBulkAsync(10);
        await budget.PlaceAsync(10);
        budget.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        long scripts = await CountScriptsAsync(redis);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        Assert.Equal(scripts, await CountScriptsAsync(redis));
    }

    [Fact]
    public async Task A_process_without_requests_learns_what_the_others_use()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var idle = new TestBudget(redis.Address);
        await using var busy = new TestBudget(redis.Address);
        var query = new RequestCost(1, RequestPriority.Normal, CountsAsOrder: false);
        Assert.Equal(TimeSpan.Zero, idle.TryConsume(query));

        await busy.ConsumeBulkAsync(1);
        busy.Report(2400);

        await TestBudget.WaitUntilAsync(() => idle.TryConsume(query with { Weight = 1 }) > TimeSpan.Zero);
    }

    private static async Task<long> CountScriptsAsync(RedisServer redis)
    {
        string figures = (string)(await redis.CommandAsync("INFO", "commandstats"))!;
        string line = figures.Split('\n').Single(line => line.StartsWith("cmdstat_eval:", StringComparison.Ordinal));
        return long.Parse(line.Split("calls=")[1].Split(',')[0], CultureInfo.InvariantCulture);
    }
}
