using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class ParameterRuleTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task A_parameter_that_is_sent_twice_is_rejected()
    {
        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, "symbol=BTCUSDT&symbol=BTCUSDT");

        TestExchange.AssertRejected(response, 400, -1101, "Duplicate values for a parameter detected.");
    }

    [Theory]
    [InlineData("symbol=a b")]
    [InlineData("symbol=a%2")]
    [InlineData("symbol=a%ZZ")]
    [InlineData("symbol=a%FF")]
    [InlineData("symbol=ä")]
    [InlineData("symbol=a\"b")]
    [InlineData("symbol=a|b")]
    [InlineData("symbol=a#b")]
    [InlineData("symbol=[a]")]
    [InlineData("=a")]
    [InlineData("symbol=a&")]
    public async Task Characters_that_must_be_encoded_are_rejected(string parameters)
    {
        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, parameters);

        TestExchange.AssertRejected(response, 400, -1100, "Illegal characters found in a parameter.");
    }

    [Theory]
    [InlineData("a/b:c.d_e-1~@!$'()*,;?")]
    [InlineData("a%2Fb%3Ac")]
    [InlineData("%C3%A4")]
    public async Task Characters_that_are_allowed_in_a_query_are_accepted_encoded_or_not(string symbol)
    {
        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, $"symbol={symbol}");

        Assert.Equal(200, response.StatusCode);
    }

    [Fact]
    public async Task An_id_is_decoded_before_it_is_looked_up()
    {
        SimulatedOrder order = _test.Account.Place(clientAlgoId: "a/b ä&=");

        await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, "clientAlgoId=a%2Fb%20%C3%A4%26%3D");

        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Fact]
    public async Task The_query_takes_precedence_over_the_body()
    {
        SimulatedOrder inQuery = _test.Account.Place();
        SimulatedOrder inBody = _test.Account.Place();
        string query = $"algoId={inQuery.AlgoId}&timestamp={_test.Now}";
        string body = $"algoId={inBody.AlgoId}";

        await _test.SendRawAsync("DELETE", $"{TestExchange.CancelOrQuery}?{query}&signature={_test.Sign(query + body)}", body: body);

        Assert.Equal((SimulatedOrderStatus.Canceled, SimulatedOrderStatus.New), (inQuery.Status, inBody.Status));
    }

    [Theory]
    [InlineData("POST", "/fapi/v1/time")]
    [InlineData("GET", "/fapi/v1/algoorder")]
    [InlineData("DELETE", "/fapi/v1/batchOrders")]
    public async Task An_unknown_endpoint_is_rejected_with_a_list_of_those_served(string method, string path)
    {
        SimulatedResponse response = await _test.SendRawAsync(method, path);

        Assert.Equal(404, response.StatusCode);
        Assert.Contains("The simulated exchange serves: POST /fapi/v1/algoOrder, DELETE /fapi/v1/algoOrder", response.BodyText, StringComparison.Ordinal);
    }
}
