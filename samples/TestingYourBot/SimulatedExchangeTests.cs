using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Tests the bot with the real client against the simulated exchange. The assertions read the state of the exchange, not its responses.</summary>
public sealed class SimulatedExchangeTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedExchange _exchange;
    private readonly SimulatedAccount _account;
    private readonly AlgoOrderClient _client;
    private readonly FollowingStop _bot;

    public SimulatedExchangeTests()
    {
        _exchange = new SimulatedExchange(_time);
        _account = _exchange.AddAccount();
        var options = new AlgoOrderClientOptions { ApiKey = _account.ApiKey, SecretKey = _account.SecretKey };
        _client = AlgoOrderClient.Create(options, _exchange.CreateHandler(), _time);
        _bot = new FollowingStop(_client, "BTCUSDT", distance: 2_000m);
    }

    [Fact]
    public async Task The_stop_follows_a_rising_price()
    {
        await FollowAsync(60_000m, 61_000m, 60_500m, 62_000m);

        Assert.Equal(60_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);
    }

    [Fact]
    public async Task A_stop_that_would_trigger_at_once_leaves_the_old_one()
    {
        await FollowAsync(60_000m);
        _exchange.SetPrice("BTCUSDT", 58_500m);

        await FollowAsync(61_000m);

        Assert.Equal((58_000m, 58_000m), (Assert.Single(_account.LiveOrders).Terms.TriggerPrice, _bot.StopPrice));
    }

    [Fact]
    public async Task A_lost_response_leaves_one_stop()
    {
        _exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);
        _exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.ExecuteThenDrop);

        await FollowAsync(60_000m, 61_000m);

        Assert.Equal(59_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);
    }

    [Fact]
    public async Task No_stop_is_placed_after_one_that_triggers_while_it_is_moved()
    {
        await FollowAsync(60_000m);
        SimulatedOrder stop = Assert.Single(_account.Orders);
        _exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.BeforeExecuting(() => stop.Trigger()));

        await FollowAsync(61_000m, 62_000m);

        Assert.True(_bot.HasTriggered);
        Assert.Equal(stop, Assert.Single(_account.Orders));
    }

    [Fact]
    public async Task The_old_stop_stays_while_the_exchange_is_unreachable_and_moves_afterwards()
    {
        await FollowAsync(60_000m);
        _exchange.Faults.Next(int.MaxValue, Fault.ConnectionRefused);
        await Assert.ThrowsAsync<PositionMayBeUnprotectedException>(() => FollowAsync(61_000m));
        Assert.Equal(58_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);

        _exchange.Faults.Clear();
        await FollowAsync(61_000m);
        Assert.Equal(59_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);
    }

    [Fact]
    public async Task A_stop_with_unknown_execution_is_canceled_before_the_next_one_is_placed()
    {
        _exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);
        _exchange.Faults.On(SimulatedOperation.Find).Next(int.MaxValue, Fault.ServiceUnavailable503);
        _exchange.Faults.On(SimulatedOperation.ListOpen).Next(int.MaxValue, Fault.ServiceUnavailable503);
        var failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(() => FollowAsync(60_000m));
        Assert.Equal((ExecutionStatus.Unknown, 1), (failure.Execution, _account.LiveOrders.Count));

        _exchange.Faults.Clear();
        await FollowAsync(61_000m);
        Assert.Equal(59_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task There_are_never_two_stops_under_random_faults(int seed)
    {
        _exchange.Faults.Randomly(0.3, seed, Fault.ExecuteThenDrop, Fault.UnknownError503(executed: true), Fault.HtmlBadGateway502(executed: false));

        for (decimal price = 60_000m; price < 70_000m; price += 500m)
        {
            Exception? failure = await Record.ExceptionAsync(() => FollowAsync(price));
            Assert.True(failure is null or AlgoOrderException, failure?.ToString());
            Assert.True(_account.LiveOrders.Count <= 1, string.Join(Environment.NewLine, _exchange.Requests));
        }

        _exchange.Faults.Clear();
        await FollowAsync(70_000m);
        Assert.Equal(68_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);
    }

    public void Dispose() => _client.Dispose();

    private async Task FollowAsync(params decimal[] prices)
    {
        foreach (decimal price in prices)
        {
            await _time.RunAsync(_bot.FollowAsync(price, TestContext.Current.CancellationToken));
        }
    }
}
