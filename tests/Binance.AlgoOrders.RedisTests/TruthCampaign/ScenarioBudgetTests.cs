using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.RedisTests.TruthCampaign;

/// <summary>The truth campaign's budget, which combines a scenario in virtual time with a real Redis.</summary>
public sealed class ScenarioBudgetTests
{
    private static readonly RequestCost Cancel = new(1, RequestPriority.Cancel, CountsAsOrder: false);
    private static readonly RateLimitBlock Ban = new(HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1));

    [Fact]
    public async Task A_ban_ends_on_the_scenarios_clock_while_Redis_still_stores_it()
    {
        var clock = new ManualTimeProvider();
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var shared = new TestBudget(redis.Address, clock: clock);
        using var budget = new ScenarioBudget(shared.Process, shared.Rules, clock);
        budget.ReportBlock(Ban);
        await WaitUntilStoredAsync(redis);

        clock.Advance(Ban.Remaining);
        await TestBudget.WaitUntilAsync(() => shared.Block is not null);

        Assert.Null(budget.GetBlock(Cancel));
    }

    [Fact]
    public async Task A_ban_lasts_until_its_end_on_the_scenarios_clock()
    {
        var clock = new ManualTimeProvider();
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var shared = new TestBudget(redis.Address, clock: clock);
        using var budget = new ScenarioBudget(shared.Process, shared.Rules, clock);
        budget.ReportBlock(Ban);

        clock.Advance(Ban.Remaining - TimeSpan.FromMilliseconds(1));

        Assert.NotNull(budget.GetBlock(Cancel));
    }

    [Fact]
    public async Task A_bulk_cancel_gets_its_lease_without_a_delay_on_the_scenarios_clock()
    {
        var clock = new ManualTimeProvider();
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var shared = new TestBudget(redis.Address, clock: clock);
        using var budget = new ScenarioBudget(shared.Process, shared.Rules, clock);
        DateTimeOffset now = clock.GetUtcNow() + TimeSpan.FromSeconds(1);

        Assert.Equal(TimeSpan.Zero, budget.TryReserve(12, new ServerTimeRange(now, now)));
    }

    private static async Task WaitUntilStoredAsync(RedisServer redis)
    {
        string[] keys = [];
        for (int attempt = 0; attempt < 1000 && !Array.Exists(keys, IsBan); attempt++)
        {
            keys = await redis.KeysAsync();
        }

        Assert.Contains(keys, IsBan);
    }

    private static bool IsBan(string key) => key.EndsWith(":ban", StringComparison.Ordinal);
}
