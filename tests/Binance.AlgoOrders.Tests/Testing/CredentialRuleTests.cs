using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class CredentialRuleTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_request_without_a_key_is_rejected(string? apiKey)
    {
        SimulatedResponse response = await _test.SendRawAsync("GET", TestExchange.Open, apiKey);

        TestExchange.AssertRejected(response, 401, -2014, "API-key format invalid.");
    }

    [Fact]
    public async Task A_key_of_no_account_is_rejected()
    {
        SimulatedResponse response = await _test.SendRawAsync("GET", TestExchange.Open, "unknown-key");

        TestExchange.AssertRejected(response, 401, -2015, "Invalid API-key, IP, or permissions for action.");
    }

    [Fact]
    public async Task A_key_with_another_accounts_secret_is_rejected()
    {
        SimulatedAccount other = _test.Exchange.AddAccount();
        string query = $"timestamp={_test.Now}";
        SimulatedResponse response = await _test.SendRawAsync("GET", $"{TestExchange.Open}?{query}&signature={_test.Sign(query)}", other.ApiKey);

        TestExchange.AssertRejected(response, 400, -1022, "Signature for this request is not valid.");
    }

    [Theory]
    [InlineData("/fapi/v1/time")]
    [InlineData("/fapi/v1/ping")]
    public async Task Unsigned_endpoints_need_no_key(string path)
    {
        SimulatedResponse response = await _test.SendRawAsync("GET", path, apiKey: null);

        Assert.Equal(200, response.StatusCode);
    }
}
