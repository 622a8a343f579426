using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class LeverageEndpointTests
{
    private const string Path = "/fapi/v1/leverage";
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    [InlineData(125)]
    public async Task It_is_set_for_the_symbol(int leverage)
    {
        SimulatedResponse response = await _test.SendAsync("POST", Path, $"symbol=BTCUSDT&leverage={leverage}");

        Assert.Equal($$"""{"symbol":"BTCUSDT","leverage":{{leverage}},"maxNotionalValue":"1000000"}""", response.BodyText);
        Assert.Equal((leverage, 20), (_test.Account.LeverageOf("BTCUSDT"), _test.Account.LeverageOf("ETHUSDT")));
    }

    [Fact]
    public async Task The_same_leverage_is_accepted_again()
    {
        await _test.SendAsync("POST", Path, "symbol=BTCUSDT&leverage=5");

        Assert.Equal(200, (await _test.SendAsync("POST", Path, "symbol=BTCUSDT&leverage=5")).StatusCode);
    }

    [Theory]
    [InlineData("symbol=BTCUSDT&leverage=0", -4028, "Leverage 0 is not valid")]
    [InlineData("symbol=BTCUSDT&leverage=-1", -4028, "Leverage -1 is not valid")]
    [InlineData("symbol=BTCUSDT&leverage=126", -4028, "Leverage 126 is not valid")]
    [InlineData("symbol=BTCUSDT&leverage=9223372036854775807", -4028, "Leverage 9223372036854775807 is not valid")]
    [InlineData("symbol=BTCUSDT&leverage=1.5", -1102, "Mandatory parameter 'leverage' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=BTCUSDT", -1102, "Mandatory parameter 'leverage' was not sent, was empty/null, or malformed.")]
    [InlineData("leverage=5", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=btcusdt&leverage=5", -1121, "Invalid symbol.")]
    public async Task An_invalid_request_is_rejected(string parameters, int errorCode, string message)
    {
        TestExchange.AssertRejected(await _test.SendAsync("POST", Path, parameters), 400, errorCode, message);
        Assert.Equal(20, _test.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task It_costs_a_weight_of_one() =>
        Assert.Equal("1", TestExchange.Header(await _test.SendAsync("POST", Path, "symbol=BTCUSDT&leverage=5"), "X-MBX-USED-WEIGHT-1M"));
}
