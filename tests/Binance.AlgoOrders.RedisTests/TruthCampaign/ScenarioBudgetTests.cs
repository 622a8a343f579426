using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.RedisTests.TruthCampaign;

/// <summary>The truth campaign's budget: a scenario in virtual time at a real Redis.</summary>
public sealed class ScenarioBudgetTests
{
    private static readonly RequestBan Ban = new(HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1));

    [Fact]
    public async Task A_ban_ends_on_the_scenarios_clock_though_Redis_still_tells_of_it()
    {
        var clock = new ManualTimeProvider();
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var shared = new TestBudget(redis.Address, clock: clock);
        using var budget = new ScenarioBudget(shared.Budget, shared.Rules, clock);
        budget.ReportBan(Ban);
        await UntilToldAsync(redis);

        clock.Advance(Ban.Left);
        await TestBudget.UntilAsync(() => shared.Budget.Ban is not null);

        Assert.Null(budget.Ban);
    }

    [Fact]
    public async Task A_ban_does_not_end_before()
    {
        var clock = new ManualTimeProvider();
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var shared = new TestBudget(redis.Address, clock: clock);
        using var budget = new ScenarioBudget(shared.Budget, shared.Rules, clock);
        budget.ReportBan(Ban);

        clock.Advance(Ban.Left - TimeSpan.FromMilliseconds(1));

        Assert.NotNull(budget.Ban);
    }

    [Fact]
    public async Task A_bulk_has_the_answer_of_Redis_at_the_instant_at_which_it_asks()
    {
        var clock = new ManualTimeProvider();
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var shared = new TestBudget(redis.Address, clock: clock);
        using var budget = new ScenarioBudget(shared.Budget, shared.Rules, clock);
        var cost = new RequestCost(1, RequestPriority.Bulk, CountsAsOrder: false);

        Assert.Equal(TimeSpan.Zero, budget.TimeUntilMaySend(cost, clock.GetUtcNow() + TimeSpan.FromSeconds(1)));
    }

    private static async Task UntilToldAsync(RedisServer redis)
    {
        string[] keys = [];
        for (int look = 0; look < 1000 && !Array.Exists(keys, IsBan); look++)
        {
            keys = await redis.KeysAsync();
        }

        Assert.Contains(keys, IsBan);
    }

    private static bool IsBan(string key) => key.EndsWith(":ban", StringComparison.Ordinal);
}
