namespace Binance.AlgoOrders.RedisTests;

/// <summary>Failures of Redis are logged once, and bulk cancels continue.</summary>
public sealed class RedisFailureTests
{
    private const int Degraded = 101;
    private const int Rejoined = 102;
    private const int NotSubscribed = 103;
    private const int Subscribed = 104;

    [Fact]
    public async Task The_local_share_is_used_and_one_warning_is_logged_when_Redis_is_unreachable()
    {
        await using var budget = new TestBudget("127.0.0.1:1,connectTimeout=200", maxDelay: TimeSpan.FromMilliseconds(20));
        await TestBudget.WaitUntilAsync(() => !budget.LogEntries.IsEmpty);

        Task<int> consuming = budget.ConsumeBulkAsync(5000);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.False(consuming.IsCompleted);
        Assert.Equal(Degraded, Assert.Single(budget.LogEntries).Id);
    }

    [Fact]
    public async Task The_budget_is_shared_again_and_that_is_logged_when_Redis_restarts()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address);
        await budget.ConsumeBulkAsync(100);
        await redis.KillAsync();
        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Id == Degraded));
        await redis.RestartAsync();
        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Id == Rejoined));

        Assert.Equal(2204, await budget.ConsumeBulkAsync(5000));
        Assert.Equal([Degraded, Rejoined], budget.LogEntries.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Totals_are_reported_again_when_Redis_is_flushed()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);
        int before = await first.ConsumeBulkAsync(700) + await second.ConsumeBulkAsync(700);
        await redis.FlushAsync();

        int after = (await Task.WhenAll(first.ConsumeBulkAsync(5000), second.ConsumeBulkAsync(5000))).Sum();

        Assert.Equal(2304, before + after);
        Assert.Empty(first.LogEntries);
    }

    [Theory]
    [InlineData("SET", "weight:1065134160", "a string")]
    [InlineData("SET", "ban", "a string")]
    [InlineData("HSET", "ban", "field", "value")]
    [InlineData("HSET", "weight:1065134160", "consumed", "no number")]
    public async Task A_foreign_value_under_a_key_is_logged_and_not_thrown(string command, string key, params string[] values)
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using var budget = new TestBudget(redis.Address);
        await redis.CommandAsync(command, [$"binance-algo-orders:{{exchange.test|test}}:{key}", .. values]);

        int consumed = await budget.ConsumeBulkAsync(10);

        Assert.Equal(10, consumed);
        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Id == Degraded));
    }

    [Fact]
    public async Task The_local_share_is_used_when_the_user_has_no_permission_for_scripts()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--user", "reader", "on", ">pass", "~*", "&*", "+@all", "-@scripting");

        await using var budget = new TestBudget($"{redis.Address},user=reader,password=pass");
        int consumed = await budget.ConsumeBulkAsync(10);

        Assert.Equal(10, consumed);
        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Id == Degraded && entry.Text.Contains("NOPERM", StringComparison.Ordinal)));
        Assert.DoesNotContain(budget.LogEntries, entry => entry.Text.Contains("pass ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bans_arrive_by_synchronization_when_the_user_has_no_permission_for_channels()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--user", "publisher", "on", ">pass", "~*", "resetchannels", "+@all");
        await using var unsubscribed = new TestBudget($"{redis.Address},user=publisher,password=pass");
        await using var other = new TestBudget(redis.Address);
        await TestBudget.WaitUntilAsync(() => unsubscribed.LogEntries.Any(entry => entry.Id == NotSubscribed));

        other.Budget.ReportBlock(new RateLimitBlock(System.Net.HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)));

        await TestBudget.WaitUntilAsync(() => unsubscribed.Block is not null);
    }

    [Fact]
    public async Task The_subscription_is_retried_until_the_permission_is_granted()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--user", "publisher", "on", ">pass", "~*", "resetchannels", "+@all");
        await using var budget = new TestBudget($"{redis.Address},user=publisher,password=pass");
        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Id == NotSubscribed));

        await redis.CommandAsync("ACL", "SETUSER", "publisher", "allchannels");

        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Id == Subscribed));
        Assert.Single(budget.LogEntries, entry => entry.Id == NotSubscribed);
    }

    [Theory]
    [InlineData("-@all", "no permission")]
    [InlineData("-@scripting", "no permission")]
    public async Task The_warning_names_a_missing_permission(string denied, string cause)
    {
        await using RedisServer redis = await RedisServer.StartAsync("--user", "reader", "on", ">pass", "~*", "&*", "+@all", denied);
        await using var budget = new TestBudget($"{redis.Address},user=reader,password=pass");

        await TestBudget.WaitUntilAsync(
            () => budget.LogEntries.Any(entry => entry.Id == Degraded && entry.Text.Contains(cause, StringComparison.Ordinal)), () => string.Join(' ', budget.LogEntries));
    }

    [Fact]
    public async Task The_warning_names_a_value_of_another_program()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await redis.CommandAsync("HSET", "binance-algo-orders:{exchange.test|test}:ban", "field", "value");
        await using var budget = new TestBudget(redis.Address);

        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Text.Contains("a value of another program", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_warning_names_a_wrong_password()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--requirepass", "right");
        await using var budget = new TestBudget($"{redis.Address},password=wrong");

        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Text.Contains("rejected the user or the password", StringComparison.Ordinal)), () => string.Join(' ', budget.LogEntries));
    }

    [Fact]
    public async Task The_warning_names_a_wrong_password_although_the_server_was_not_there_at_first()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--requirepass", "right");
        await redis.KillAsync();
        await using var budget = new TestBudget($"{redis.Address},password=wrong,connectTimeout=500");
        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Text.Contains("there is no connection to Redis", StringComparison.Ordinal)));

        await redis.RestartAsync();

        await TestBudget.WaitUntilAsync(() => budget.LogEntries.Any(entry => entry.Text.Contains("rejected the user or the password", StringComparison.Ordinal)), () => string.Join(' ', budget.LogEntries));
    }

    [Fact]
    public async Task The_local_share_is_one_for_all_accounts_of_a_process()
    {
        await using var budget = new TestBudget("127.0.0.1:1,connectTimeout=200", maxDelay: TimeSpan.FromMilliseconds(20));
        await TestBudget.WaitUntilAsync(() => !budget.LogEntries.IsEmpty);
        var now = new ServerTimeRange(TestBudget.Time, TestBudget.Time);

        int reserved = 0;
        foreach (string account in new[] { "first", "second", "third" })
        {
            IRequestBudget other = budget.Process.ForAccount(account);
            while (reserved < 5000 && other.TryReserve(1, now) == TimeSpan.Zero)
            {
                reserved++;
            }
        }

        Assert.Equal(120, reserved);
    }
}
