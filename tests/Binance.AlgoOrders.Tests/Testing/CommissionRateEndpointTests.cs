using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class CommissionRateEndpointTests
{
    private const string Path = "/fapi/v1/commissionRate";
    private readonly TestExchange _test = new();

    [Fact]
    public async Task It_has_the_rates_of_the_account()
    {
        (_test.Account.MakerCommissionRate, _test.Account.TakerCommissionRate) = (0.0002m, 0.0004m);

        SimulatedResponse response = await _test.SendAsync("GET", Path, "symbol=BTCUSDT");

        Assert.Equal(
            """{"symbol":"BTCUSDT","makerCommissionRate":"0.0002","takerCommissionRate":"0.0004","rpiCommissionRate":"0"}""", response.BodyText);
        Assert.Equal("20", TestExchange.Header(response, "X-MBX-USED-WEIGHT-1M"));
    }

    [Theory]
    [InlineData("", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=btcusdt", -1121, "Invalid symbol.")]
    public async Task An_invalid_request_is_rejected(string parameters, int errorCode, string message) =>
        TestExchange.AssertRejected(await _test.SendAsync("GET", Path, parameters), 400, errorCode, message);
}
