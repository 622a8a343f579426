using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class CoinMarginedTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("/dapi/v1/ping")]
    [InlineData("/dapi/v1/time")]
    public async Task It_has_its_own_paths(string path) => Assert.Equal(200, (await _test.SendRawAsync("GET", path, apiKey: null)).StatusCode);

    [Fact]
    public async Task An_order_is_placed_in_the_market_of_its_path()
    {
        await _test.SendAsync("POST", "/dapi/v1/algoOrder", NewOrder.With("symbol=BTCUSD_PERP&quantity=1"));

        Assert.Equal(SimulatedMarket.CoinMargined, Assert.Single(_test.Account.Orders).Market);
    }

    [Fact]
    public async Task An_order_is_canceled_in_the_market_of_its_path()
    {
        SimulatedOrder order = Place();

        await _test.SendAsync("DELETE", "/dapi/v1/algoOrder", $"algoId={order.AlgoId}");

        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Theory]
    [InlineData("DELETE", -2011)]
    [InlineData("GET", -2013)]
    public async Task An_id_of_one_market_is_unknown_in_the_other(string method, int errorCode)
    {
        await _test.SendAsync(method, "/dapi/v1/algoOrder", $"algoId={_test.Account.Place().AlgoId}");
        int? usdThere = _test.LastRecord.ErrorCode;
        await _test.SendAsync(method, "/fapi/v1/algoOrder", $"clientAlgoId={Place().ClientAlgoId}");

        Assert.Equal((errorCode, errorCode), (usdThere, _test.LastRecord.ErrorCode));
    }

    [Theory]
    [InlineData("/fapi/v1/openAlgoOrders", false)]
    [InlineData("/fapi/v1/allAlgoOrders", false)]
    [InlineData("/dapi/v1/openAlgoOrders", true)]
    [InlineData("/dapi/v1/allAlgoOrders", true)]
    public async Task A_list_holds_the_orders_of_its_market(string path, bool isCoinMargined)
    {
        long usd = _test.Account.Place().AlgoId;
        long coin = Place().AlgoId;

        SimulatedResponse response = await _test.SendAsync("GET", path, "symbol=BTCUSDT");

        Assert.Equal([isCoinMargined ? coin : usd], TestExchange.AlgoIds(response));
    }

    [Fact]
    public async Task Canceling_all_orders_of_one_market_does_not_change_the_other()
    {
        SimulatedOrder usd = _test.Account.Place();
        SimulatedOrder coin = Place();

        await _test.SendAsync("DELETE", "/dapi/v1/algoOpenOrders", "symbol=BTCUSDT");

        Assert.Equal((SimulatedOrderStatus.New, SimulatedOrderStatus.Canceled), (usd.Status, coin.Status));
    }

    [Fact]
    public void The_same_client_id_may_be_open_in_both_markets()
    {
        _test.Account.Place(clientAlgoId: "mine");

        Assert.Equal("mine", Place("mine").ClientAlgoId);
    }

    [Fact]
    public void The_account_finds_its_orders_of_either_market()
    {
        SimulatedOrder usd = _test.Account.Place(clientAlgoId: "first");
        SimulatedOrder coin = Place("second");

        Assert.Equal((usd, coin), (_test.Account.FindOrder(usd.AlgoId), _test.Account.FindOrder(coin.AlgoId)));
        Assert.Equal((usd, coin), (_test.Account.FindOrder("first"), _test.Account.FindOrder("second")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_youngest_order_with_a_client_id_is_found_in_either_market(bool isCoinYounger)
    {
        _ = isCoinYounger ? _test.Account.Place(clientAlgoId: "mine") : Place("mine");
        SimulatedOrder second = isCoinYounger ? Place("mine") : _test.Account.Place(clientAlgoId: "mine");

        Assert.Same(second, _test.Account.FindOrder("mine"));
    }

    [Fact]
    public void The_account_lists_its_orders_of_both_markets_the_oldest_first()
    {
        SimulatedOrder[] placed = [_test.Account.Place(), Place(), _test.Account.Place()];

        Assert.Equal(placed, _test.Account.Orders);
    }

    private SimulatedOrder Place(string? clientAlgoId = null) =>
        _test.Account.Place(new SimulatedOrderTerms { Market = SimulatedMarket.CoinMargined, ClientAlgoId = clientAlgoId });
}
