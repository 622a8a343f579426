using System.Net;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>Several parts of one budget at a real Redis.</summary>
public sealed class SharedBudgetTests
{
    [Fact]
    public async Task Together_they_spend_what_bulk_work_may_and_no_more()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);

        int[] sent = await Task.WhenAll(first.SpendAsync(5000), second.SpendAsync(5000));

        Assert.Equal(2304, sent.Sum());
    }

    [Fact]
    public async Task What_somebody_else_spends_is_seen_by_all_as_soon_as_one_hears_of_it()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);
        await second.SpendAsync(1);

        await first.SpendAsync(1);
        first.Report(2400);
        await TestBudget.UntilAsync(() => second.Ask(new RequestCost(1, RequestPriority.Bulk, CountsAsOrder: false)) > TimeSpan.FromSeconds(10));

        Assert.True(second.Ask(new RequestCost(1, RequestPriority.Ordinary, CountsAsOrder: false)) > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_ban_that_one_is_told_of_stops_the_other()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);

        first.Budget.ReportBan(new RequestBan((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await TestBudget.UntilAsync(() => second.Budget.Ban is not null);

        Assert.Equal(418, (int)second.Budget.Ban!.Value.StatusCode);
        Assert.InRange(second.Budget.Ban.Value.Left, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(121));
    }

    [Fact]
    public async Task Who_comes_later_learns_of_a_ban_that_is_in_force()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        first.Budget.ReportBan(new RequestBan((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        await using var witness = new TestBudget(redis.Address);
        await TestBudget.UntilAsync(() => witness.Budget.Ban is not null);
        await first.DisposeAsync();

        await using var late = new TestBudget(redis.Address);

        await TestBudget.UntilAsync(() => late.Budget.Ban is not null);
    }

    [Fact]
    public async Task The_accounts_orders_are_counted_by_all_who_place_some()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address, name: "one address");
        await using var second = new TestBudget(redis.Address, name: "another");
        var order = new RequestCost(0, RequestPriority.Ordinary, CountsAsOrder: true);
        Assert.Equal(TimeSpan.Zero, first.Ask(order));
        for (int placed = 0; placed < 300; placed++)
        {
            first.Spend(order);
        }

        await TestBudget.UntilAsync(() => second.Ask(order) > TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromSeconds(9), second.Ask(order));
    }

    [Fact]
    public async Task Nothing_stays_behind_for_good_and_no_key_shows_the_API_key()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address, apiKey: "this-is-made-up");
        budget.Ask(new RequestCost(0, RequestPriority.Ordinary, CountsAsOrder: true));
        await budget.SpendAsync(1);
        budget.Budget.ReportBan(new RequestBan((HttpStatusCode)418, TimeSpan.FromMinutes(2)));
        string[] keys = [];
        for (int look = 0; look < 1000 && keys.Length < 4; look++)
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
