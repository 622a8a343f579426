using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class LeverageBracketEndpointTests
{
    private const string Path = "/fapi/v1/leverageBracket";
    private const string Brackets =
        "\"brackets\":[{\"bracket\":1,\"initialLeverage\":125,\"notionalCap\":1000000,\"notionalFloor\":0,\"maintMarginRatio\":0.025,\"cum\":0}]";

    private readonly TestExchange _test = new();

    [Fact]
    public async Task All_contracts_are_listed()
    {
        SimulatedResponse response = await _test.SendAsync("GET", Path, "");

        Assert.StartsWith($$"""[{"symbol":"BTCUSDT",{{Brackets}}},{"symbol":"ETHUSDT",{{Brackets}}},""", response.BodyText, StringComparison.Ordinal);
        Assert.Equal("1", TestExchange.Header(response, "X-MBX-USED-WEIGHT-1M"));
    }

    [Fact]
    public async Task A_symbol_gets_an_object() => Assert.Equal(
        $$"""{"symbol":"ETHUSDT",{{Brackets}}}""", (await _test.SendAsync("GET", Path, "symbol=ETHUSDT")).BodyText);

    [Theory]
    [InlineData("symbol=btcusdt")]
    [InlineData("symbol=DOGEUSDT")]
    public async Task A_symbol_that_is_no_listed_contract_is_rejected(string parameters) =>
        TestExchange.AssertRejected(await _test.SendAsync("GET", Path, parameters), 400, -1121, "Invalid symbol.");
}
