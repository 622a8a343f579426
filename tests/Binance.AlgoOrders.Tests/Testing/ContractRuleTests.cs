using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The limits of a listed contract.</summary>
public class ContractRuleTests
{
    private const string Stop = "type=STOP&price=50000";
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("quantity=0.0015", -1111, "Precision is over the maximum defined for this asset.")]
    [InlineData("symbol=SOLUSDT&quantity=0.005", -1111, "Precision is over the maximum defined for this asset.")]
    [InlineData("symbol=ETHUSDT&quantity=2000.001", -4005, "Quantity greater than max quantity.")]
    [InlineData($"{Stop}&quantity=1000.001", -4005, "Quantity greater than max quantity.")]
    [InlineData("type=STOP&price=50000.001", -1111, "Precision is over the maximum defined for this asset.")]
    [InlineData("type=STOP&price=50000.05", -4014, "Price not increased by tick size.")]
    [InlineData("type=STOP&price=556.7&triggerPrice=556.8&quantity=1", -4013, "Price less than min price.")]
    [InlineData("type=STOP&price=4529764.1&triggerPrice=4529764", -4002, "Price greater than max price.")]
    [InlineData("type=STOP&price=52500.1", -4183, "Limit price can't be higher than 52500.")]
    [InlineData("type=TAKE_PROFIT&price=47499.9", -4184, "Limit price can't be lower than 47500.")]
    [InlineData($"{Stop}&quantity=0.001", -4164, "Order's notional must be no smaller than 100 (unless you choose reduce only).")]
    [InlineData($"{Stop}&quantity=0.001&reduceOnly=false", -4164, "Order's notional must be no smaller than 100 (unless you choose reduce only).")]
    public async Task An_order_beyond_a_limit_is_rejected(string changes, int errorCode, string message)
    {
        SimulatedResponse response = await _test.PlaceAsync(changes);

        TestExchange.AssertRejected(response, 400, errorCode, message);
        Assert.Empty(_test.Account.Orders);
    }

    [Theory]
    [InlineData("quantity=0.001")]
    [InlineData("quantity=0.00100")]
    [InlineData("symbol=ETHUSDT&quantity=2000")]
    [InlineData("symbol=ETHUSDT&type=STOP&price=50000&quantity=2000.001")]
    [InlineData($"{Stop}&quantity=1000")]
    [InlineData($"{Stop}&quantity=0.002")]
    [InlineData($"{Stop}&quantity=0.001&reduceOnly=true")]
    [InlineData("type=STOP&price=52500")]
    [InlineData("type=STOP&price=47500.00")]
    [InlineData("type=STOP&priceMatch=QUEUE&quantity=0.001")]
    [InlineData("-quantity&closePosition=true")]
    [InlineData("type=TRAILING_STOP_MARKET&-triggerPrice&callbackRate=1&activatePrice=50000.07")]
    public async Task An_order_within_the_limits_is_accepted(string changes) => Assert.Equal(200, (await _test.PlaceAsync(changes)).StatusCode);

    [Theory]
    [InlineData("50000.07")]
    [InlineData("50000.00000001")]
    [InlineData("9999999")]
    public async Task A_trigger_price_has_no_limits(string triggerPrice) =>
        Assert.Equal(200, (await _test.PlaceAsync($"triggerPrice={triggerPrice}")).StatusCode);

    [Theory]
    [InlineData("symbol=BNBUSDT&quantity=0.00000001")]
    [InlineData("symbol=1000SHIBUSDT&type=STOP&price=0.00000001&quantity=1")]
    public async Task A_symbol_that_is_no_listed_contract_has_no_limits(string changes) => Assert.Equal(200, (await _test.PlaceAsync(changes)).StatusCode);

    [Fact]
    public async Task The_other_market_has_no_limits()
    {
        SimulatedResponse response = await _test.SendAsync("POST", "/dapi/v1/algoOrder", NewOrder.With("quantity=0.0001"));

        Assert.Equal(200, response.StatusCode);
    }

    [Theory]
    [InlineData("quantity=4", -4004)]
    [InlineData("quantity=5", null)]
    [InlineData("quantity=7", null)]
    [InlineData("quantity=8", -4023)]
    public async Task A_contract_of_the_options_has_its_own_limits(string changes, int? errorCode)
    {
        SimulatedContract contract = SimulatedContract.BtcUsdt with { StepSize = 2m, MinQuantity = 5m };
        var test = new TestExchange(options: new SimulatedExchangeOptions { Contracts = [contract] });

        await test.PlaceAsync(changes);

        Assert.Equal(errorCode, test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task Without_contracts_there_are_no_limits()
    {
        var test = new TestExchange(options: new SimulatedExchangeOptions { Contracts = [] });

        Assert.Equal(200, (await test.PlaceAsync("type=STOP&price=1.001&quantity=0.0001")).StatusCode);
    }

    [Fact]
    public async Task The_limits_are_checked_before_the_price()
    {
        _test.Exchange.SetPrice("BTCUSDT", 40_000m);

        await _test.PlaceAsync("quantity=0.0001");

        Assert.Equal(-1111, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public void An_order_that_the_test_places_has_no_limits() => Assert.Equal(0.00001m, _test.Account.Place(quantity: 0.00001m).Terms.Quantity);
}
