using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class PositionModeEndpointTests
{
    private const string Path = "/fapi/v1/positionSide/dual";
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(false, """{"dualSidePosition":false}""")]
    [InlineData(true, """{"dualSidePosition":true}""")]
    public async Task It_is_that_of_the_account(bool isHedgeMode, string expected)
    {
        _test.Account.IsHedgeMode = isHedgeMode;

        Assert.Equal(expected, (await _test.SendAsync("GET", Path, "")).BodyText);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    public async Task It_is_set_by_a_request(string value, bool isHedgeMode)
    {
        _test.Account.IsHedgeMode = !isHedgeMode;

        SimulatedResponse response = await _test.SendAsync("POST", Path, $"dualSidePosition={value}");

        Assert.Equal((isHedgeMode, """{"code":200,"msg":"success"}"""), (_test.Account.IsHedgeMode, response.BodyText));
    }

    [Fact]
    public async Task It_applies_to_the_next_order()
    {
        await _test.SendAsync("POST", Path, "dualSidePosition=true");

        await _test.PlaceAsync("positionSide=LONG");

        Assert.Equal("LONG", Assert.Single(_test.Account.Orders).Terms.PositionSide);
    }

    [Fact]
    public async Task A_request_that_changes_nothing_is_rejected() =>
        TestExchange.AssertRejected(await _test.SendAsync("POST", Path, "dualSidePosition=false"), 400, -4059, "No need to change position side.");

    [Theory]
    [InlineData("", -1102, "Mandatory parameter 'dualSidePosition' was not sent, was empty/null, or malformed.")]
    [InlineData("dualSidePosition=", -1102, "Mandatory parameter 'dualSidePosition' was not sent, was empty/null, or malformed.")]
    [InlineData("dualSidePosition=1", -1130, "Data sent for parameter 'dualSidePosition' is not valid.")]
    public async Task An_invalid_value_is_rejected(string parameters, int errorCode, string message)
    {
        TestExchange.AssertRejected(await _test.SendAsync("POST", Path, parameters), 400, errorCode, message);
        Assert.False(_test.Account.IsHedgeMode);
    }

    [Fact]
    public async Task An_account_does_not_change_the_mode_of_another_one()
    {
        SimulatedAccount other = _test.Exchange.AddAccount();

        await _test.SendAsync("POST", Path, "dualSidePosition=true");

        Assert.False(other.IsHedgeMode);
    }

    [Theory]
    [InlineData("GET", "", "30")]
    [InlineData("POST", "dualSidePosition=true", "1")]
    public async Task It_has_Binances_weight(string method, string parameters, string weight) =>
        Assert.Equal(weight, TestExchange.Header(await _test.SendAsync(method, Path, parameters), "X-MBX-USED-WEIGHT-1M"));
}
