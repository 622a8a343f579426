using System.Net;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>Several processes' parts of one budget with a real Redis.</summary>
public sealed class SharedBudgetTests
{
    [Fact]
    public async Task Two_parts_together_consume_exactly_the_limit_of_bulk_cancels()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);

        int[] consumed = await Task.WhenAll(first.ConsumeBulkAsync(5000), second.ConsumeBulkAsync(5000));

        Assert.Equal(2304, consumed.Sum());
    }

    [Fact]
    public async Task A_usage_that_Binance_reports_to_one_part_delays_the_other()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);
        await second.ConsumeBulkAsync(1);

        await first.ConsumeBulkAsync(1);
        first.Report(2400);
        await TestBudget.WaitUntilAsync(() => second.GetDelay(new RequestCost(1, RequestPriority.Bulk, CountsAsOrder: false)) > TimeSpan.FromSeconds(10));

        Assert.True(second.GetDelay(new RequestCost(1, RequestPriority.Normal, CountsAsOrder: false)) > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_ban_of_one_part_blocks_the_other()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);

        first.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await TestBudget.WaitUntilAsync(() => second.Budget.Block is not null);

        Assert.Equal(418, (int)second.Budget.Block!.Value.StatusCode);
        Assert.InRange(second.Budget.Block.Value.Remaining, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(121));
    }

    [Fact]
    public async Task A_ban_blocks_a_part_that_joins_later()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        first.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await using var witness = new TestBudget(redis.Address);
        await TestBudget.WaitUntilAsync(() => witness.Budget.Block is not null);
        await first.DisposeAsync();

        await using var late = new TestBudget(redis.Address);

        await TestBudget.WaitUntilAsync(() => late.Budget.Block is not null);
    }

    [Fact]
    public async Task Orders_of_one_account_are_counted_across_budgets()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address, name: "first address");
        await using var second = new TestBudget(redis.Address, name: "second address");
        var order = new RequestCost(0, RequestPriority.Normal, CountsAsOrder: true);
        Assert.Equal(TimeSpan.Zero, first.GetDelay(order));
        for (int placed = 0; placed < 300; placed++)
        {
            first.Consume(order);
        }

        await TestBudget.WaitUntilAsync(() => second.GetDelay(order) > TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromSeconds(9), second.GetDelay(order));
    }

    [Fact]
    public async Task Every_key_expires_and_none_contains_the_API_key()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address, apiKey: "this-is-made-up");
        budget.GetDelay(new RequestCost(0, RequestPriority.Normal, CountsAsOrder: true));
        await budget.ConsumeBulkAsync(1);
        budget.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        string[] keys = [];
        for (int attempt = 0; attempt < 1000 && keys.Length < 4; attempt++)
        {
            keys = await redis.KeysAsync();
        }

        Assert.DoesNotContain(keys, key => key.Contains("this-is-made-up", StringComparison.Ordinal));
        foreach (string key in keys)
        {
            Assert.InRange((long)await redis.CommandAsync("PTTL", key), 1, 121_000);
        }
    }
}
