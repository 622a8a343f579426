using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The bound of the orders that have ended.</summary>
public class MaxEndedOrdersTests
{
    private readonly TestExchange _test = new(options: new SimulatedExchangeOptions { MaxEndedOrders = 2 });

    [Fact]
    public async Task The_order_that_ended_first_is_forgotten()
    {
        SimulatedOrder[] orders = [.. Enumerable.Range(0, 4).Select(_ => _test.Account.Place())];
        orders[2].Cancel();
        orders[1].Expire();
        orders[0].Cancel();

        TestExchange.AssertRejected(await _test.QueryAsync(orders[2]), 400, -2013, "Order does not exist.");
        TestExchange.AssertRejected(await _test.CancelAsync(orders[2]), 400, -2011, "Unknown order sent.");
        Assert.Equal([200, 200, 200], await StatusesAsync(orders[0], orders[1], orders[3]));
        Assert.Equal([orders[0], orders[1], orders[3]], _test.Account.Orders);
        Assert.Equal([null, null], [_test.Account.FindOrder(orders[2].AlgoId), _test.Account.FindOrder(orders[2].ClientAlgoId)]);
        Assert.Equal([orders[0].AlgoId, orders[1].AlgoId, orders[3].AlgoId], TestExchange.AlgoIds(await _test.SendAsync("GET", TestExchange.All, "symbol=BTCUSDT")));
    }

    [Fact]
    public void Open_orders_stay()
    {
        SimulatedOrder[] orders = [.. Enumerable.Range(0, 5).Select(_ => _test.Account.Place())];

        Assert.Equal(orders, _test.Account.Orders);
        Assert.Equal(orders, _test.Account.LiveOrders);
    }

    [Fact]
    public void A_triggered_order_stays_until_its_child_has_ended()
    {
        SimulatedOrder triggered = _test.Account.Place();
        triggered.Trigger();
        CancelNew(3);
        Assert.Equal(triggered, _test.Account.FindOrder(triggered.AlgoId));

        triggered.Finish(filled: false);
        CancelNew(2);

        Assert.Null(_test.Account.FindOrder(triggered.AlgoId));
        Assert.Equal(SimulatedOrderStatus.Finished, triggered.Status);
    }

    [Fact]
    public void An_order_with_the_client_id_of_a_forgotten_one_is_found()
    {
        SimulatedOrder former = _test.Account.Place(clientAlgoId: "again");
        former.Cancel();
        SimulatedOrder latter = _test.Account.Place(clientAlgoId: "again");
        CancelNew(2);

        Assert.Null(_test.Account.FindOrder(former.AlgoId));
        Assert.Equal(latter, _test.Account.FindOrder("again"));
    }

    [Fact]
    public void Markets_and_accounts_have_bounds_of_their_own()
    {
        SimulatedOrder[] orders =
        [
            _test.Account.Place(),
            _test.Account.Place(new SimulatedOrderTerms { Market = SimulatedMarket.CoinMargined }),
            _test.Exchange.AddAccount().Place(),
            _test.Account.Place(),
        ];
        Array.ForEach(orders, order => order.Cancel());

        Assert.All(orders, order => Assert.Equal(order, order.Account.FindOrder(order.AlgoId)));
    }

    [Fact]
    public async Task An_ordinary_order_that_ended_first_is_forgotten()
    {
        SimulatedOrdinaryOrder open = PlaceOrdinary("open");
        SimulatedOrdinaryOrder[] orders = [PlaceOrdinary("a"), PlaceOrdinary("b"), PlaceOrdinary("c")];
        orders[1].Cancel();
        orders[0].Fill();
        orders[2].Cancel();

        Assert.Equal([open, orders[0], orders[2]], _test.Account.OrdinaryOrders);
        TestExchange.AssertRejected(await QueryOrdinaryAsync($"orderId={orders[1].OrderId}"), 400, -2013, "Order does not exist.");
        TestExchange.AssertRejected(await QueryOrdinaryAsync("origClientOrderId=b"), 400, -2013, "Order does not exist.");
        Assert.Equal(200, (await QueryOrdinaryAsync("origClientOrderId=c")).StatusCode);
        Assert.Equal(200, (await QueryOrdinaryAsync("origClientOrderId=open")).StatusCode);
    }

    [Fact]
    public void The_timer_of_a_good_till_date_ends_with_the_order()
    {
        SimulatedOrder order = _test.Account.Place(new SimulatedOrderTerms { TimeInForce = "GTD", GoodTillDate = _test.Exchange.Now.AddDays(60) });
        Assert.Equal(1, _test.Clock.ActiveTimers);

        order.Cancel();

        Assert.Equal(0, _test.Clock.ActiveTimers);
    }

    private void CancelNew(int count)
    {
        for (int number = 0; number < count; number++)
        {
            _test.Account.Place().Cancel();
        }
    }

    private SimulatedOrdinaryOrder PlaceOrdinary(string clientOrderId) =>
        _test.Account.PlaceOrdinary(new SimulatedOrdinaryTerms { Type = "LIMIT", Price = 40_000m, ClientOrderId = clientOrderId });

    private Task<SimulatedResponse> QueryOrdinaryAsync(string id) => _test.SendAsync("GET", "/fapi/v1/order", $"symbol=BTCUSDT&{id}");

    private async Task<IReadOnlyList<int>> StatusesAsync(params SimulatedOrder[] orders)
    {
        var statuses = new List<int>();
        foreach (SimulatedOrder order in orders)
        {
            statuses.Add((await _test.QueryAsync(order)).StatusCode);
        }

        return statuses;
    }
}
