using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class MultiAssetsModeEndpointTests
{
    private const string Path = "/fapi/v1/multiAssetsMargin";
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(false, """{"multiAssetsMargin":false}""")]
    [InlineData(true, """{"multiAssetsMargin":true}""")]
    public async Task It_is_that_of_the_account(bool isMultiAssetsMode, string expected)
    {
        _test.Account.IsMultiAssetsMode = isMultiAssetsMode;

        Assert.Equal(expected, (await _test.SendAsync("GET", Path, "")).BodyText);
    }

    [Fact]
    public async Task It_is_set_by_a_request()
    {
        SimulatedResponse response = await _test.SendAsync("POST", Path, "multiAssetsMargin=true");

        Assert.Equal((true, """{"code":200,"msg":"success"}"""), (_test.Account.IsMultiAssetsMode, response.BodyText));
    }

    [Fact]
    public async Task A_request_that_changes_nothing_is_rejected()
    {
        SimulatedResponse response = await _test.SendAsync("POST", Path, "multiAssetsMargin=false");

        TestExchange.AssertRejected(response, 400, -4171, "Adjusted asset mode is currently set and does not need to be adjusted repeatedly.");
    }

    [Fact]
    public async Task Isolated_margin_excludes_it()
    {
        await _test.SendAsync("POST", "/fapi/v1/marginType", "symbol=BTCUSDT&marginType=ISOLATED");

        SimulatedResponse response = await _test.SendAsync("POST", Path, "multiAssetsMargin=true");

        TestExchange.AssertRejected(
            response, 400, -4167, "Unable to adjust to Multi-Assets mode with symbols of USDⓈ-M Futures under isolated-margin mode.");
        Assert.False(_test.Account.IsMultiAssetsMode);
    }

    [Theory]
    [InlineData("", -1102, "Mandatory parameter 'multiAssetsMargin' was not sent, was empty/null, or malformed.")]
    [InlineData("multiAssetsMargin=yes", -1130, "Data sent for parameter 'multiAssetsMargin' is not valid.")]
    public async Task An_invalid_value_is_rejected(string parameters, int errorCode, string message) =>
        TestExchange.AssertRejected(await _test.SendAsync("POST", Path, parameters), 400, errorCode, message);

    [Theory]
    [InlineData("GET", "", "30")]
    [InlineData("POST", "multiAssetsMargin=true", "1")]
    public async Task It_has_Binances_weight(string method, string parameters, string weight) =>
        Assert.Equal(weight, TestExchange.Header(await _test.SendAsync(method, Path, parameters), "X-MBX-USED-WEIGHT-1M"));
}
