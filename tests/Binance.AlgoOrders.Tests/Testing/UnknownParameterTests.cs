using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Parameters that an endpoint does not know.</summary>
public class UnknownParameterTests
{
    private readonly TestExchange _test = new();
    private readonly TestExchange _strict = new(options: TestExchange.Strict);

    [Fact]
    public async Task A_symbol_beside_the_id_of_an_order_is_ignored()
    {
        SimulatedOrder order = _test.Account.Place();

        await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, $"symbol=ETHUSDT&algoId={order.AlgoId}");

        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
        Assert.Equal(["symbol"], _test.LastRecord.IgnoredParameters);
    }

    [Fact]
    public async Task Several_are_recorded_in_the_order_in_which_they_were_sent()
    {
        await _test.SendAsync("GET", TestExchange.All, "page=1&symbol=BTCUSDT&rows=10");

        Assert.Equal(["page", "rows"], _test.LastRecord.IgnoredParameters);
    }

    [Fact]
    public async Task A_request_with_known_parameters_only_has_none()
    {
        await _test.PlaceAsync();

        Assert.Empty(_test.LastRecord.IgnoredParameters);
    }

    [Fact]
    public async Task An_endpoint_without_a_signature_ignores_them_too()
    {
        SimulatedResponse response = await _test.SendRawAsync("GET", "/fapi/v1/time?timestamp=1", apiKey: null);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(["timestamp"], _test.LastRecord.IgnoredParameters);
    }

    [Fact]
    public async Task They_are_recorded_for_a_request_that_the_endpoint_rejects()
    {
        await _test.SendAsync("GET", TestExchange.CancelOrQuery, "symbol=BTCUSDT&algoId=1");

        Assert.Equal((-2013, "symbol"), (_test.LastRecord.ErrorCode, Assert.Single(_test.LastRecord.IgnoredParameters)));
    }

    [Fact]
    public async Task A_wrong_signature_is_rejected_before_they_are_recorded()
    {
        await _test.SendRawAsync("GET", $"{TestExchange.Open}?unknown=1&timestamp={_test.Now}&signature=00");

        Assert.Equal(-1022, _test.LastRecord.ErrorCode);
        Assert.Empty(_test.LastRecord.IgnoredParameters);
    }

    [Theory]
    [InlineData("POST", TestExchange.Place, "symbol=BTCUSDT&stopPrice=1")]
    [InlineData("DELETE", TestExchange.CancelOrQuery, "algoId=1&symbol=BTCUSDT")]
    [InlineData("DELETE", TestExchange.CancelAll, "symbol=BTCUSDT&algoId=1")]
    [InlineData("GET", TestExchange.All, "symbol=BTCUSDT&page=1")]
    [InlineData("POST", "/fapi/v1/leverage", "symbol=BTCUSDT&dualSidePosition=true")]
    public async Task A_strict_exchange_rejects_them(string method, string path, string parameters)
    {
        SimulatedResponse response = await _strict.SendAsync(method, path, parameters);

        TestExchange.AssertRejected(response, 400, -1104, "Not all sent parameters were read; read '3' parameter(s) but was sent '4'.");
        Assert.Empty(_strict.LastRecord.IgnoredParameters);
    }

    [Fact]
    public async Task The_reason_of_a_strict_exchange_has_their_names()
    {
        await _strict.SendAsync("GET", TestExchange.CancelOrQuery, "algoId=1&symbol=BTCUSDT&page=1");

        Assert.Equal("Unknown parameters: symbol, page.", _strict.LastRecord.Reason);
    }
}
