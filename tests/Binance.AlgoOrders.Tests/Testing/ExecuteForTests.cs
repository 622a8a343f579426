using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Requests of another program of the account's owner.</summary>
public class ExecuteForTests
{
    private const string Path = "/fapi/v1/algoOrder";

    private static readonly Dictionary<string, string> Stop = new()
    {
        ["algoType"] = "CONDITIONAL",
        ["symbol"] = "BTCUSDT",
        ["side"] = "SELL",
        ["type"] = "STOP_MARKET",
        ["quantity"] = "0.010",
        ["triggerPrice"] = "50000.00",
        ["clientAlgoId"] = "a/b:c",
    };

    private readonly TestExchange _test = new();

    [Fact]
    public void An_order_is_placed_and_counted_without_a_record_and_a_weight()
    {
        SimulatedResponse response = _test.Exchange.ExecuteFor(_test.Account, "POST", Path, Stop);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("a/b:c", Assert.Single(_test.Account.Orders).ClientAlgoId);
        Assert.Equal(1, _test.Account.CountOrders().Minute);
        Assert.Equal((0, 0), (_test.Exchange.Requests.Count, _test.Exchange.UsedWeight));
    }

    [Fact]
    public void An_order_against_a_rule_is_rejected()
    {
        var trailing = new Dictionary<string, string>(Stop) { ["type"] = "TRAILING_STOP_MARKET", ["callbackRate"] = "1" };

        SimulatedResponse response = _test.Exchange.ExecuteFor(_test.Account, "POST", Path, trailing);

        Assert.Equal((400, -1106), (response.StatusCode, CodeOf(response)));
        Assert.Empty(_test.Account.Orders);
    }

    [Fact]
    public void No_fault_and_no_ban_applies()
    {
        _test.Exchange.Faults.Next(Fault.DropBeforeExecuting);
        _test.Exchange.WeightLimit = 1;

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(200, _test.Exchange.ExecuteFor(_test.Account, "GET", "/fapi/v1/openAlgoOrders").StatusCode);
        }

        Assert.Single(_test.Exchange.Faults.Armed);
        Assert.Null(_test.Exchange.BannedUntil);
    }

    [Fact]
    public void An_account_without_a_secret_needs_no_signature()
    {
        SimulatedAccount account = _test.Exchange.AddAccount(static (_, _) => false);

        Assert.Equal(200, _test.Exchange.ExecuteFor(account, "POST", Path, Stop).StatusCode);
        Assert.Single(account.Orders);
    }

    [Fact]
    public void A_path_that_is_not_served_is_not_found()
    {
        SimulatedResponse response = _test.Exchange.ExecuteFor(_test.Account, "GET", "/fapi/v1/depth");

        Assert.Equal((404, -5000), (response.StatusCode, CodeOf(response)));
    }

    private static int CodeOf(SimulatedResponse response)
    {
        using JsonDocument json = JsonDocument.Parse(response.Body);
        return json.RootElement.GetProperty("code").GetInt32();
    }
}
