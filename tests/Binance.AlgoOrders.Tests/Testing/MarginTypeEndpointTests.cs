using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class MarginTypeEndpointTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task It_is_set_for_the_symbol()
    {
        SimulatedResponse response = await SetAsync("symbol=BTCUSDT&marginType=ISOLATED");

        Assert.Equal("""{"code":200,"msg":"success"}""", response.BodyText);
        Assert.Equal(("ISOLATED", "CROSSED"), (_test.Account.MarginTypeOf("BTCUSDT"), _test.Account.MarginTypeOf("ETHUSDT")));
    }

    [Fact]
    public async Task It_is_set_back()
    {
        await SetAsync("symbol=BTCUSDT&marginType=ISOLATED");
        await SetAsync("symbol=BTCUSDT&marginType=CROSSED");

        Assert.Equal("CROSSED", _test.Account.MarginTypeOf("BTCUSDT"));
    }

    [Fact]
    public async Task A_request_that_changes_nothing_is_rejected() =>
        TestExchange.AssertRejected(await SetAsync("symbol=BTCUSDT&marginType=CROSSED"), 400, -4046, "No need to change margin type.");

    [Fact]
    public async Task Multi_assets_mode_excludes_isolated_margin()
    {
        _test.Account.IsMultiAssetsMode = true;

        SimulatedResponse response = await SetAsync("symbol=BTCUSDT&marginType=ISOLATED");

        TestExchange.AssertRejected(response, 400, -4168, "Unable to adjust to isolated-margin mode under the Multi-Assets mode.");
        Assert.Equal("CROSSED", _test.Account.MarginTypeOf("BTCUSDT"));
    }

    [Theory]
    [InlineData("symbol=BTCUSDT", -1102, "Mandatory parameter 'marginType' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=BTCUSDT&marginType=cross", -1130, "Data sent for parameter 'marginType' is not valid.")]
    [InlineData("marginType=ISOLATED", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    [InlineData("symbol=x&marginType=ISOLATED", -1121, "Invalid symbol.")]
    public async Task An_invalid_request_is_rejected(string parameters, int errorCode, string message) =>
        TestExchange.AssertRejected(await SetAsync(parameters), 400, errorCode, message);

    [Fact]
    public async Task It_costs_a_weight_of_one() =>
        Assert.Equal("1", TestExchange.Header(await SetAsync("symbol=BTCUSDT&marginType=ISOLATED"), "X-MBX-USED-WEIGHT-1M"));

    private Task<SimulatedResponse> SetAsync(string parameters) => _test.SendAsync("POST", "/fapi/v1/marginType", parameters);
}
