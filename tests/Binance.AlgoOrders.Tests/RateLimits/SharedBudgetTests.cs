using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.RateLimits;

/// <summary>The clients of one container share the limits of their address.</summary>
public sealed class SharedBudgetTests
{
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);

    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedExchange _exchange;
    private readonly SimulatedAccount _first;
    private readonly SimulatedAccount _second;

    public SharedBudgetTests()
    {
        _exchange = new SimulatedExchange(_time);
        (_first, _second) = (_exchange.AddAccount(), _exchange.AddAccount());
        _time.Advance(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(BinanceMarket.UsdMargined, BinanceMarket.UsdMargined)]
    [InlineData(BinanceMarket.UsdMargined, BinanceMarket.CoinMargined)]
    public async Task A_ban_that_one_account_gets_stops_the_others(BinanceMarket firstMarket, BinanceMarket secondMarket)
    {
        await using ServiceProvider provider = BuildProvider(options => options.Market = firstMarket, options => options.Market = secondMarket);
        _exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => CancelAsync(provider, "first"));

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => CancelAsync(provider, "second"));

        Assert.Single(_exchange.Requests);
    }

    [Fact]
    public async Task Clients_of_different_exchanges_do_not_share_a_ban()
    {
        await using ServiceProvider provider = BuildProvider(_ => { }, options => options.Environment = BinanceEnvironment.Demo);
        _exchange.Faults.Next(Fault.Banned418(TimeSpan.FromSeconds(1)));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => CancelAsync(provider, "first"));

        Assert.Equal(TimeSpan.Zero, GetClient(provider, "second").RateLimits.BlockedFor);
    }

    [Fact]
    public async Task The_lists_of_one_account_leave_the_reserve_to_the_others()
    {
        await using ServiceProvider provider = BuildProvider(_ => { }, _ => { });
        Task[] lists = [.. Enumerable.Range(0, 80).Select(_ => ListAsync())];

        await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => CancelAsync(provider, "second"));

        await _time.RunAsync(Task.WhenAll(lists));
        Assert.Equal(0, _exchange.LimitViolations);

        async Task ListAsync()
        {
            AlgoOrderClient client = GetClient(provider, "first");
            await ((Task)client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [Fact]
    public async Task An_order_limit_of_one_account_does_not_concern_the_other()
    {
        await using ServiceProvider provider = BuildProvider(_ => { }, _ => { });
        await RejectOrderAsync(provider, "first");

        await PlaceAsync(provider, "second");

        Assert.Single(_second.Orders);
    }

    [Theory]
    [InlineData("desk", "desk", true)]
    [InlineData("desk", "other", false)]
    [InlineData(null, null, false)]
    public async Task Keys_with_the_same_account_name_share_the_order_limit(string? firstAccount, string? secondAccount, bool isShared)
    {
        await using ServiceProvider provider = BuildProvider(options => options.Account = firstAccount, options => options.Account = secondAccount);

        await RejectOrderAsync(provider, "first");

        Assert.Equal(isShared, GetClient(provider, "second").RateLimits.OrdersBlockedFor > TimeSpan.Zero);
    }

    [Fact]
    public async Task Clients_without_a_container_share_a_budget_that_they_are_given()
    {
        var budget = new LocalRequestBudget(timeProvider: _time);
        using AlgoOrderClient first = Create(_first, budget);
        using AlgoOrderClient second = Create(_second, budget);
        _exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(2)));

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => first.ListOpenAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.True(second.RateLimits.IsBanned);
    }

    private static AlgoOrderClient GetClient(ServiceProvider provider, string name) => provider.GetRequiredKeyedService<AlgoOrderClient>(name);

    private static Task<CancelAlgoOrderResult> CancelAsync(ServiceProvider provider, string name) =>
        GetClient(provider, name).CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken);

    private static Task<AlgoOrder> PlaceAsync(ServiceProvider provider, string name) =>
        GetClient(provider, name).PlaceAsync(Stop with { Timeout = TimeSpan.FromSeconds(1) }, TestContext.Current.CancellationToken);

    private async Task RejectOrderAsync(ServiceProvider provider, string name)
    {
        _exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Respond(429, """{"code":-1015,"msg":"Too many new orders."}""", executed: false));
        await Assert.ThrowsAsync<BinanceRateLimitException>(() => PlaceAsync(provider, name));
    }

    private AlgoOrderClient Create(SimulatedAccount account, IRequestBudget budget) => AlgoOrderClient.Create(
        new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey, RequestBudget = budget }, _exchange.CreateHandler(), _time);

    private ServiceProvider BuildProvider(Action<AlgoOrderClientOptions> configureFirst, Action<AlgoOrderClientOptions> configureSecond)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        Add(services, "first", _first, configureFirst);
        Add(services, "second", _second, configureSecond);
        return services.BuildServiceProvider();
    }

    private void Add(ServiceCollection services, string name, SimulatedAccount account, Action<AlgoOrderClientOptions> configure)
    {
        services.AddBinanceAlgoOrders(name, options =>
        {
            (options.ApiKey, options.SecretKey) = (account.ApiKey, account.SecretKey);
            configure(options);
        }).ConfigurePrimaryHttpMessageHandler(_exchange.CreateHandler);
    }
}
