namespace Binance.AlgoOrders.RedisTests;

/// <summary>What can be wrong with Redis: it is said once, and work goes on.</summary>
public sealed class TroubleTests
{
    private const int Degraded = 101;
    private const int Rejoined = 102;
    private const int NotListening = 103;

    [Fact]
    public async Task Without_Redis_bulk_work_goes_on_with_the_local_share_and_that_is_said_once()
    {
        await using var budget = new TestBudget("127.0.0.1:1,connectTimeout=200", maxDelay: TimeSpan.FromMilliseconds(20));
        await TestBudget.UntilAsync(() => !budget.Lines.IsEmpty);

        Task<int> sending = budget.SpendAsync(5000);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.False(sending.IsCompleted);
        Assert.Equal(Degraded, Assert.Single(budget.Lines).Id);
    }

    [Fact]
    public async Task Whoever_is_back_says_so_and_shares_again()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address);
        await budget.SpendAsync(100);
        await redis.KillAsync();
        await TestBudget.UntilAsync(() => budget.Lines.Any(line => line.Id == Degraded));
        await redis.RestartAsync();
        await TestBudget.UntilAsync(() => budget.Lines.Any(line => line.Id == Rejoined));

        Assert.Equal(2204, await budget.SpendAsync(5000));
        Assert.Equal([Degraded, Rejoined], budget.Lines.Select(line => line.Id));
    }

    [Fact]
    public async Task What_a_flush_took_is_told_anew()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);
        int before = await first.SpendAsync(700) + await second.SpendAsync(700);
        await redis.FlushAsync();

        int after = (await Task.WhenAll(first.SpendAsync(5000), second.SpendAsync(5000))).Sum();

        Assert.Equal(2304, before + after);
        Assert.Empty(first.Lines);
    }

    [Theory]
    [InlineData("SET", "weight:1065134160", "a string")]
    [InlineData("SET", "ban", "a string")]
    [InlineData("HSET", "ban", "field", "value")]
    [InlineData("HSET", "weight:1065134160", "spent", "no number")]
    public async Task A_foreign_value_under_a_key_is_said_and_not_thrown(string command, string key, params string[] values)
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address);
        await redis.CommandAsync(command, [$"binance-algo-orders:{{exchange.test|test}}:{key}", .. values]);

        int sent = await budget.SpendAsync(10);

        Assert.Equal(10, sent);
        await TestBudget.UntilAsync(() => budget.Lines.Any(line => line.Id == Degraded));
    }

    [Fact]
    public async Task A_user_who_may_not_run_scripts_goes_on_alone()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--user", "reader", "on", ">pass", "~*", "&*", "+@all", "-@scripting");

        await using var budget = new TestBudget($"{redis.Address},user=reader,password=pass");
        int sent = await budget.SpendAsync(10);

        Assert.Equal(10, sent);
        await TestBudget.UntilAsync(() => budget.Lines.Any(line => line.Id == Degraded && line.Text.Contains("NOPERM", StringComparison.Ordinal)));
        Assert.DoesNotContain(budget.Lines, line => line.Text.Contains("pass ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_who_may_not_listen_learns_of_bans_by_asking()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--user", "deaf", "on", ">pass", "~*", "resetchannels", "+@all");
        await using var deaf = new TestBudget($"{redis.Address},user=deaf,password=pass");
        await using var other = new TestBudget(redis.Address);
        await TestBudget.UntilAsync(() => deaf.Lines.Any(line => line.Id == NotListening));

        other.Budget.ReportBan(new RequestBan(System.Net.HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)));

        await TestBudget.UntilAsync(() => deaf.Budget.Ban is not null);
    }
}
