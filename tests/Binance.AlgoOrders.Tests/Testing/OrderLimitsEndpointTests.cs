using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class OrderLimitsEndpointTests
{
    private const string Path = "/fapi/v1/rateLimit/order";
    private readonly TestExchange _test = new();

    [Fact]
    public async Task It_has_the_limits_that_the_exchange_enforces()
    {
        SimulatedResponse response = await _test.SendAsync("GET", Path, "");

        const string Expected = """
            [{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":300},
            {"rateLimitType":"ORDERS","interval":"MINUTE","intervalNum":1,"limit":1200}]
            """;
        Assert.Equal(Expected.ReplaceLineEndings(""), response.BodyText);
    }

    [Fact]
    public async Task It_requires_a_signature()
    {
        SimulatedResponse response = await _test.SendRawAsync("GET", $"{Path}?timestamp={_test.Now}");

        TestExchange.AssertRejected(response, 400, -1102, "Mandatory parameter 'signature' was not sent, was empty/null, or malformed.");
    }

    [Fact]
    public async Task It_costs_a_weight_of_one() =>
        Assert.Equal("1", TestExchange.Header(await _test.SendAsync("GET", Path, ""), "X-MBX-USED-WEIGHT-1M"));
}
