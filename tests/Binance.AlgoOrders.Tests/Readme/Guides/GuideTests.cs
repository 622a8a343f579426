using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The code of the guides does what they say.</summary>
public sealed class GuideTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SimulatedExchange _exchange;
    private readonly SimulatedAccount _account;
    private readonly AlgoOrderClient _client;

    public GuideTests()
    {
        _exchange = new SimulatedExchange(_time);
        _account = _exchange.AddAccount();
        var options = new AlgoOrderClientOptions { ApiKey = _account.ApiKey, SecretKey = _account.SecretKey };
        _client = AlgoOrderClient.Create(options, _exchange.CreateHandler(), _time);
    }

    [Fact]
    public Task A_lost_response_is_looked_up() => TestingGuideCode.SimulatedExchangeAsync();

    [Fact]
    public Task A_call_that_runs_into_its_time_limit_takes_no_real_time() => TestingGuideCode.WithoutWaitingAsync();

    [Fact]
    public async Task EnsureInactive_throws_for_an_order_that_triggered()
    {
        SimulatedOrder stop = _account.Place();
        stop.Trigger();

        await Assert.ThrowsAsync<AlgoOrderMayBeActiveException>(() => _time.RunAsync(OutcomesGuideCode.EnsureInactiveAsync(_client, stop.AlgoId)));
    }

    [Fact]
    public async Task Every_kind_of_order_is_placed()
    {
        foreach (NewAlgoOrder order in PlacingGuideCode.Kinds())
        {
            await _time.RunAsync(_client.PlaceAsync(order, TestContext.Current.CancellationToken));
        }

        Assert.Equal(PlacingGuideCode.Kinds().Count, _account.LiveOrders.Count);
    }

    [Fact]
    public async Task An_order_that_may_have_been_placed_is_canceled()
    {
        _exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);
        _exchange.Faults.On(SimulatedOperation.Find).Next(int.MaxValue, Fault.ServiceUnavailable503);
        _exchange.Faults.On(SimulatedOperation.ListOpen).Next(int.MaxValue, Fault.ServiceUnavailable503);

        await _time.RunAsync(PlacingGuideCode.PlaceWithIdAsync(_client));

        Assert.Equal(SimulatedOrderStatus.Canceled, Assert.Single(_account.Orders).Status);
    }

    [Fact]
    public async Task A_stop_is_moved()
    {
        AlgoOrder stop = await _time.RunAsync(_client.PlaceAsync(PlacingGuideCode.Kinds()[0], TestContext.Current.CancellationToken));

        Assert.Equal("The stop is at 59000.", await _time.RunAsync(ReplacingGuideCode.MoveAsync(_client, stop)));

        Assert.Equal(59_000m, Assert.Single(_account.LiveOrders).Terms.TriggerPrice);
    }

    [Fact]
    public async Task A_new_order_is_confirmed() => Assert.True(await _time.RunAsync(ReplacingGuideCode.ConfirmAsync(_client, PlacingGuideCode.Kinds()[0])));

    [Fact]
    public async Task All_orders_of_a_symbol_are_canceled()
    {
        _account.Place();
        _account.Place();

        Assert.True(await _time.RunAsync(BulkGuideCode.CancelAllAsync(_client)));
        Assert.Empty(_account.LiveOrders);
    }

    [Fact]
    public async Task A_list_of_orders_is_canceled()
    {
        AlgoOrderId[] ids = [.. Enumerable.Range(0, 3).Select(_ => AlgoOrderId.FromAlgoId(_account.Place().AlgoId))];

        await _time.RunAsync(BulkGuideCode.CancelManyAsync(_client, ids));

        Assert.Empty(_account.LiveOrders);
    }

    public void Dispose() => _client.Dispose();
}
