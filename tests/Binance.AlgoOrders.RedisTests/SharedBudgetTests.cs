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
        await TestBudget.WaitUntilAsync(() => second.TryReserve(1) > TimeSpan.FromSeconds(10));

        Assert.True(second.TryConsume(new RequestCost(1, RequestPriority.Normal, CountsAsOrder: false)) > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_ban_of_one_part_blocks_the_other()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);

        first.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await TestBudget.WaitUntilAsync(() => second.Block is not null);

        Assert.Equal(418, (int)second.Block!.Value.StatusCode);
        Assert.InRange(second.Block.Value.Remaining, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(121));
    }

    [Fact]
    public async Task A_ban_blocks_a_part_that_joins_later()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        first.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await using var witness = new TestBudget(redis.Address);
        await TestBudget.WaitUntilAsync(() => witness.Block is not null);
        await first.DisposeAsync();

        await using var late = new TestBudget(redis.Address);

        await TestBudget.WaitUntilAsync(() => late.Block is not null);
    }

    [Fact]
    public async Task Orders_of_one_account_are_leased_across_budgets()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address, name: "first-address");
        await using var second = new TestBudget(redis.Address, name: "second-address");

        int[] placed = await Task.WhenAll(first.PlaceAsync(500), second.PlaceAsync(500));

        Assert.Equal(294, placed.Sum());
    }

    [Fact]
    public async Task Orders_of_two_accounts_are_counted_apart()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address, account: "first");
        await using var second = new TestBudget(redis.Address, account: "second");

        int[] placed = await Task.WhenAll(first.PlaceAsync(500), second.PlaceAsync(500));

        Assert.Equal([294, 294], placed);
    }

    [Fact]
    public async Task An_exceeded_order_limit_blocks_new_orders_of_the_account_in_all_processes_and_nothing_else()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address, account: "first");
        await using var other = new TestBudget(redis.Address, account: "first", name: "other-address");
        await using var stranger = new TestBudget(redis.Address, account: "stranger");

        first.Budget.ReportBlock(new RateLimitBlock(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(8), RateLimitScope.AccountOrders));
        await TestBudget.WaitUntilAsync(() => other.OrderBlock is not null);

        Assert.Equal(RateLimitScope.AccountOrders, other.OrderBlock!.Value.Scope);
        Assert.InRange(other.OrderBlock.Value.Remaining, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8));
        Assert.Null(other.Block);
        Assert.Null(stranger.OrderBlock);
    }

    [Fact]
    public async Task Every_key_expires()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address);
        await budget.PlaceAsync(1);
        await budget.ConsumeBulkAsync(1);
        budget.Budget.ReportBlock(new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        string[] keys = [];
        for (int attempt = 0; attempt < 1000 && keys.Length < 4; attempt++)
        {
            keys = await redis.KeysAsync();
        }

        foreach (string key in keys)
        {
            Assert.InRange((long)await redis.CommandAsync("PTTL", key), 1, 121_000);
        }
    }
}
