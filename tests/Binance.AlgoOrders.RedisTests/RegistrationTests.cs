using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Binance.AlgoOrders.RedisTests;

public sealed class RegistrationTests
{
    [Theory]
    [InlineData("not-an-option=1")]
    [InlineData("")]
    [InlineData("host:6379,connectTimeout=soon,password=hidden")]
    public void An_invalid_connection_string_fails_the_start_without_being_shown(string configuration)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Start(options => options.Configuration = configuration));

        Assert.Contains("Configuration must be a connection string", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_start_fails_when_there_is_neither_a_connection_string_nor_a_connection() =>
        Assert.Contains("there is no container with an IConnectionMultiplexer", Assert.Throws<OptionsValidationException>(() => Start(_ => { })).Message, StringComparison.Ordinal);

    [Fact]
    public void All_invalid_options_are_reported_at_once() =>
        Assert.Equal(4, Assert.Throws<OptionsValidationException>(() => Start(options =>
        {
            options.Configuration = "127.0.0.1:1";
            options.Name = "with{brace";
            options.KeyPrefix = "";
            options.MaxDelay = TimeSpan.Zero;
            options.LocalShare = double.NaN;
        })).Failures.Count());

    [Fact]
    public async Task Clients_with_the_same_Redis_exchange_and_name_have_one_budget()
    {
        var services = new ServiceCollection();
        Add(services.AddBinanceAlgoOrders("hedge", Keys), "first address");
        Add(services.AddBinanceAlgoOrders("swing", Keys), "first address");
        Add(services.AddBinanceAlgoOrders("coin", options => UseCoin(options)), "first address");
        Add(services.AddBinanceAlgoOrders("far", Keys), "second address");
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(Get("hedge"), Get("swing"));
        Assert.Same(Get("hedge"), Get("coin"));
        Assert.NotSame(Get("hedge"), Get("far"));
        Assert.NotNull(provider.GetRequiredKeyedService<AlgoOrderClient>("hedge"));

        IRequestBudget Get(string name) => provider.GetRequiredKeyedService<IRequestBudget>(name);

        static void Add(IHttpClientBuilder builder, string name) => builder.AddRedisRequestBudget(options => (options.Configuration, options.Name) = ("127.0.0.1:1", name.Replace(' ', '-')));

        static void UseCoin(AlgoOrderClientOptions options)
        {
            Keys(options);
            options.Market = BinanceMarket.CoinMargined;
        }
    }

    [Fact]
    public async Task The_containers_connection_is_used_and_stays_open_when_the_container_is_disposed()
    {
        await using RedisServer redis = await RedisServer.StartAsync();
        await using ConnectionMultiplexer connection = await redis.ConnectAsync();
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(connection);
        services.AddBinanceAlgoOrders(Keys).AddRedisRequestBudget();
        IRequestBudget budget;
        await using (ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }))
        {
            budget = provider.GetRequiredService<IRequestBudget>();
            await connection.GetDatabase().StringSetAsync("binance-algo-orders:{api.binance.com|shared}:ban", "418", TimeSpan.FromMinutes(1));
            await TestBudget.WaitUntilAsync(() => budget.GetBlock(new RequestCost(1, RequestPriority.Cancel, CountsAsOrder: false)) is not null);
        }

        Assert.True(connection.IsConnected);
    }

    [Fact]
    public async Task All_keys_of_one_script_are_in_one_slot_of_a_cluster()
    {
        await using RedisServer redis = await RedisServer.StartAsync("--cluster-enabled", "yes");
        await redis.CommandAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        await using var first = new TestBudget(redis.Address);
        await using var second = new TestBudget(redis.Address);

        int[] consumed = await Task.WhenAll(first.ConsumeBulkAsync(5000), second.ConsumeBulkAsync(5000));

        Assert.Equal(2304, consumed.Sum());
    }

    private static void Start(Action<RedisRequestBudgetOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(Keys).AddRedisRequestBudget(configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static void Keys(AlgoOrderClientOptions options) => (options.ApiKey, options.SecretKey) = ("made-up", "made-up");
}
