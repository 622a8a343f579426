using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class ViewDelayTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TestExchange _test = new();

    [Fact]
    public async Task A_query_lags_apart_from_the_list_and_the_cancel()
    {
        SimulatedOrder order = Place(new SimulatedViewDelays { Query = Second });

        Assert.Equal(400, (await _test.QueryAsync(order)).StatusCode);
        Assert.Equal([order.AlgoId], await ListAsync());
        Assert.Equal(200, (await _test.CancelAsync(order)).StatusCode);
    }

    [Fact]
    public async Task The_list_lags_apart_from_the_query()
    {
        SimulatedOrder order = Place(new SimulatedViewDelays { List = Second });

        Assert.Equal(200, (await _test.QueryAsync(order)).StatusCode);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Cancels_of_one_and_of_all_orders_lag_apart_from_the_query()
    {
        SimulatedOrder order = Place(new SimulatedViewDelays { Cancel = Second });

        Assert.Equal(400, (await _test.CancelAsync(order)).StatusCode);
        await _test.CancelAllAsync("BTCUSDT");
        Assert.Equal("NEW", await StatusOfAsync(order));
    }

    [Fact]
    public async Task Every_view_contains_the_order_after_its_delay()
    {
        SimulatedOrder order = Place(new SimulatedViewDelays { Query = Second, Cancel = Second, List = Second });
        _test.Clock.Advance(Second);

        Assert.Equal("NEW", await StatusOfAsync(order));
        Assert.Equal([order.AlgoId], await ListAsync());
        Assert.Equal(200, (await _test.CancelAsync(order)).StatusCode);
    }

    [Fact]
    public void A_view_without_a_delay_of_its_own_lags_as_the_others_do()
    {
        _test.Exchange.PlacementVisibilityDelay = Second;
        _test.Exchange.PlacementViewDelays = new SimulatedViewDelays { Query = 3 * Second };

        SimulatedOrder order = _test.Account.Place();

        Assert.Equal(
            (3 * Second, Second, Second, 3 * Second),
            (DelayOf(order.QueryableFrom, order), DelayOf(order.CancelableFrom, order), DelayOf(order.ListedFrom, order), DelayOf(order.VisibleFrom, order)));
    }

    [Fact]
    public void The_delay_of_an_order_overrides_those_of_the_exchange()
    {
        _test.Exchange.PlacementViewDelays = new SimulatedViewDelays { Query = 3 * Second };

        SimulatedOrder order = _test.Account.Place(invisibleFor: Second);

        Assert.Equal((Second, Second), (DelayOf(order.QueryableFrom, order), DelayOf(order.VisibleFrom, order)));
    }

    [Fact]
    public async Task A_query_that_lags_finds_the_older_order_with_the_same_client_id()
    {
        SimulatedOrder older = _test.Account.Place(clientAlgoId: "mine");
        older.Cancel();
        Place(new SimulatedViewDelays { Query = Second }, "mine");

        using JsonDocument json = JsonDocument.Parse((await QueryAsync("mine")).Body);

        Assert.Equal((older.AlgoId, "CANCELED"), (json.RootElement.GetProperty("algoId").GetInt64(), json.RootElement.GetProperty("algoStatus").GetString()));
    }

    [Fact]
    public async Task A_cancel_that_lags_finds_the_older_order_with_the_same_client_id()
    {
        _test.Account.Place(clientAlgoId: "mine").Cancel();
        SimulatedOrder newer = Place(new SimulatedViewDelays { Cancel = Second }, "mine");

        await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, "clientAlgoId=mine");

        Assert.Equal((-2011, "The order is CANCELED.", SimulatedOrderStatus.New), (_test.LastRecord.ErrorCode, _test.LastRecord.Reason, newer.Status));
    }

    [Fact]
    public async Task Queries_show_the_former_status_until_the_delay_of_the_change_has_passed()
    {
        _test.Exchange.QueryStatusDelay = Second;
        SimulatedOrder order = _test.Account.Place();
        _test.Clock.Advance(Second);
        order.Trigger();
        Assert.Equal("NEW", await StatusOfAsync(order));

        _test.Clock.Advance(Second);

        Assert.Equal("TRIGGERED", await StatusOfAsync(order));
    }

    [Fact]
    public async Task The_history_lags_as_the_query_does()
    {
        _test.Exchange.QueryStatusDelay = Second;
        SimulatedOrder order = _test.Account.Place();
        order.Cancel();

        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.All, "symbol=BTCUSDT");

        Assert.Contains("\"algoStatus\":\"NEW\"", response.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_list_does_not_lag_behind_a_change_of_status()
    {
        _test.Exchange.QueryStatusDelay = Second;
        _test.Account.Place().Cancel();

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_canceled_order_older_than_3_days_can_be_queried_until_the_query_knows_of_the_cancel()
    {
        _test.Exchange.QueryStatusDelay = Second;
        SimulatedOrder order = _test.Account.Place(createdAt: _test.Exchange.Now - TimeSpan.FromDays(4));
        order.Cancel();
        Assert.Equal("NEW", await StatusOfAsync(order));

        _test.Clock.Advance(Second);

        Assert.Equal(400, (await _test.QueryAsync(order)).StatusCode);
    }

    [Fact]
    public async Task A_hidden_order_is_unknown_to_queries_but_can_be_listed_and_canceled()
    {
        SimulatedOrder order = _test.Account.Place();
        order.IsHiddenFromQueries = true;

        Assert.Equal(400, (await _test.QueryAsync(order)).StatusCode);
        Assert.Equal([order.AlgoId], await ListAsync());
        Assert.Equal(200, (await _test.CancelAsync(order)).StatusCode);
    }

    [Fact]
    public async Task A_list_of_a_symbol_may_contain_the_orders_of_others()
    {
        SimulatedOrder other = _test.Account.Place("ETHUSDT");
        _test.Exchange.Faults.Next(Fault.ListAllSymbols);

        Assert.Equal([other.AlgoId], await ListAsync());
        Assert.Empty(await ListAsync());
    }

    private static TimeSpan DelayOf(DateTimeOffset visibleFrom, SimulatedOrder order) => visibleFrom - order.CreatedAt;

    private SimulatedOrder Place(SimulatedViewDelays delays, string? clientAlgoId = null) =>
        _test.Account.Place(new SimulatedOrderTerms { ViewDelays = delays, ClientAlgoId = clientAlgoId });

    private async Task<IReadOnlyList<long>> ListAsync() => TestExchange.AlgoIds(await _test.SendAsync("GET", TestExchange.Open, "symbol=BTCUSDT"));

    private Task<SimulatedResponse> QueryAsync(string clientAlgoId) => _test.SendAsync("GET", TestExchange.CancelOrQuery, $"clientAlgoId={clientAlgoId}");

    private async Task<string?> StatusOfAsync(SimulatedOrder order)
    {
        using JsonDocument json = JsonDocument.Parse((await _test.QueryAsync(order)).Body);
        return json.RootElement.GetProperty("algoStatus").GetString();
    }
}
