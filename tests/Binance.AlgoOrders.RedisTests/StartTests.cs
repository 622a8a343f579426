using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>The first requests of a process, with a Redis that responds and with one that does not.</summary>
[Collection(nameof(OneAtATime))]
public sealed class StartTests
{
    private static readonly RequestCost Cancel = new(1, RequestPriority.Cancel, CountsAsOrder: false);

    [Fact]
    public async Task The_first_cancel_is_not_sent_during_a_ban_that_another_process_knows()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using ConnectionMultiplexer connection = await redis.ConnectAsync();
        await connection.GetDatabase().StringSetAsync("binance-algo-orders:{api.binance.com|shared}:ban", "418", TimeSpan.FromMinutes(1));
        var exchange = new SimulatedExchange();
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(connection);
        AddClient(services, exchange).AddRedisRequestBudget(options => options.MaxDelay = TimeSpan.FromMilliseconds(20));
        await using ServiceProvider provider = services.BuildServiceProvider();

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(
            () => provider.GetRequiredService<AlgoOrderClient>().CancelAsync(CancelAlgoOrderRequest.ByAlgoId(1), TestContext.Current.CancellationToken));

        Assert.True(failure.IsBanned);
        Assert.Empty(exchange.Requests);
    }

    [Fact]
    public async Task A_host_connects_when_it_starts()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        var services = new ServiceCollection();
        AddClient(services, new SimulatedExchange()).AddRedisRequestBudget(options => options.Configuration = redis.Address);
        await using ServiceProvider provider = services.BuildServiceProvider();

        foreach (IHostedService service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        string[] keys = [];
        for (int attempt = 0; attempt < 1000 && keys.Length == 0; attempt++)
        {
            keys = await redis.KeysAsync();
        }

        Assert.NotEmpty(keys);
    }

    [Fact]
    public async Task No_cancel_waits_for_a_container_that_connects_synchronously_to_a_Redis_that_hangs()
    {
        var exchange = new SimulatedExchange();
        using var connecting = new ManualResetEventSlim();
        int connections = 0;
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(_ =>
        {
            Interlocked.Increment(ref connections);
            connecting.Wait(TimeSpan.FromSeconds(30));
            throw new TimeoutException("made up");
        });
        string[] names = [.. Enumerable.Range(0, 8).Select(number => $"account-{number}")];
        Dictionary<string, SimulatedOrder> orders = [];
        foreach (string name in names)
        {
            SimulatedAccount account = exchange.AddAccount();
            orders[name] = account.Place();
            AddClient(services, exchange, name, account).AddRedisRequestBudget();
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        long startedAt = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(names.Select(CancelAsync));
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(startedAt);

        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(1, connections);
        connecting.Set();

        Task CancelAsync(string name) => provider.GetRequiredKeyedService<AlgoOrderClient>(name).CancelAsync(
            CancelAlgoOrderRequest.ByAlgoId(orders[name].AlgoId), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Only_the_first_request_of_a_client_waits_for_a_Redis_that_hangs_and_not_longer_than_50_ms()
    {
        using var silent = new SilentServer();
        var exchange = new SimulatedExchange();
        var services = new ServiceCollection();
        AddClient(services, exchange).AddRedisRequestBudget(options => options.Configuration = silent.Address);
        await using ServiceProvider provider = services.BuildServiceProvider();
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await client.WarmUpAsync(TestContext.Current.CancellationToken);

        long startedAt = TimeProvider.System.GetTimestamp();
        for (int cancel = 0; cancel < 10; cancel++)
        {
            await client.ListOpenAsync("BTCUSDT", cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(startedAt), TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_silent_Redis_gets_one_connection_at_a_time_and_none_after_disposal()
    {
        using var silent = new SilentServer();
        await using (var budget = new TestBudget($"{silent.Address},connectTimeout=1000"))
        {
            await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
            Assert.InRange(silent.MostOpen, 1, 4);
        }

        await TestBudget.WaitUntilAsync(() => silent.CountOpen() == 0);
    }

    [Fact]
    public async Task The_budget_can_be_configured_by_a_section()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Configuration", redis.Address), new("Name", "by-section"), new("LocalShare", "0.1")])
            .Build();
        var services = new ServiceCollection();
        AddClient(services, new SimulatedExchange()).AddRedisRequestBudget(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IRequestBudget budget = provider.GetRequiredService<IRequestBudget>();
        await redis.CommandAsync("SET", "binance-algo-orders:{api.binance.com|by-section}:ban", "418", "PX", "60000");

        await TestBudget.WaitUntilAsync(() => budget.GetBlock(Cancel) is not null);
    }

    [Fact]
    public async Task The_budget_can_be_created_without_a_container()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder order = account.Place();
        var options = new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey, Account = "main" };
        await using var budget = RedisRequestBudget.Create(new RedisRequestBudgetOptions { Configuration = redis.Address }, options);
        options.RequestBudget = budget;
        using AlgoOrderClient client = AlgoOrderClient.Create(options, exchange.CreateHandler());

        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), TestContext.Current.CancellationToken);
        string[] keys = [];
        for (int attempt = 0; attempt < 1000 && !Array.Exists(keys, key => key.Contains(":weight:", StringComparison.Ordinal)); attempt++)
        {
            keys = await redis.KeysAsync();
        }

        Assert.Contains(keys, key => key.StartsWith("binance-algo-orders:{api.binance.com|shared}:weight:", StringComparison.Ordinal));
        Assert.DoesNotContain(keys, key => key.Contains(account.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    public void Invalid_options_are_refused_without_a_container() =>
        Assert.Contains(
            "Configuration must be set",
            Assert.Throws<ArgumentException>(() => RedisRequestBudget.Create(new RedisRequestBudgetOptions(), new AlgoOrderClientOptions())).Message,
            StringComparison.Ordinal);

    private static IHttpClientBuilder AddClient(ServiceCollection services, SimulatedExchange exchange, string? name = null, SimulatedAccount? account = null)
    {
        account ??= exchange.AddAccount();
        IHttpClientBuilder builder = name is null ? services.AddBinanceAlgoOrders(SetKeys) : services.AddBinanceAlgoOrders(name, SetKeys);
        return builder.ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);

        void SetKeys(AlgoOrderClientOptions options) => (options.ApiKey, options.SecretKey) = (account.ApiKey, account.SecretKey);
    }
}
