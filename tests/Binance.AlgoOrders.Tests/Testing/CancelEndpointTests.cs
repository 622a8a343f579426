using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class CancelEndpointTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task The_response_is_Binances_acknowledgement()
    {
        SimulatedOrder order = _test.Account.Place(clientAlgoId: "6B2I9XVcJpCjqPAJ4YoFX7");

        SimulatedResponse response = await _test.CancelAsync(order);

        string expected = $$"""{"algoId":{{order.AlgoId}},"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}""";
        Assert.Equal((200, expected), (response.StatusCode, response.BodyText));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_canceled_by_either_id(bool byAlgoId)
    {
        SimulatedOrder order = _test.Account.Place();

        await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, byAlgoId ? $"algoId={order.AlgoId}" : $"clientAlgoId={order.ClientAlgoId}");

        Assert.Equal(SimulatedOrderStatus.Canceled, order.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("algoId=")]
    [InlineData("algoId=&clientAlgoId=")]
    public async Task A_request_without_an_id_is_rejected(string parameters)
    {
        SimulatedResponse response = await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, parameters);

        TestExchange.AssertRejected(response, 400, -1102, "Param 'algoid' or 'clientalgoid' must be sent, but both were empty/null!");
    }

    [Fact]
    public async Task Both_ids_are_rejected_because_their_precedence_is_undocumented()
    {
        SimulatedOrder order = _test.Account.Place();

        SimulatedResponse response = await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, $"algoId={order.AlgoId}&clientAlgoId={order.ClientAlgoId}");

        TestExchange.AssertRejected(response, 400, -1128, "Combination of optional parameters invalid.");
    }

    [Fact]
    public async Task An_algo_id_that_is_not_a_number_is_rejected()
    {
        SimulatedResponse response = await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, "algoId=2e15");

        TestExchange.AssertRejected(response, 400, -1102, "Mandatory parameter 'algoId' was not sent, was empty/null, or malformed.");
    }

    [Theory]
    [InlineData("algoId=1")]
    [InlineData("clientAlgoId=unknown")]
    public async Task An_unknown_id_is_rejected(string id)
    {
        SimulatedResponse response = await _test.SendAsync("DELETE", TestExchange.CancelOrQuery, id);

        TestExchange.AssertRejected(response, 400, -2011, "Unknown order sent.");
    }

    [Fact]
    public async Task Another_accounts_order_is_unknown_and_does_not_change()
    {
        SimulatedOrder order = _test.Exchange.AddAccount().Place();

        SimulatedResponse response = await _test.CancelAsync(order);

        TestExchange.AssertRejected(response, 400, -2011, "Unknown order sent.");
        Assert.Equal(SimulatedOrderStatus.New, order.Status);
    }

    [Theory]
    [InlineData(SimulatedOrderStatus.Triggering)]
    [InlineData(SimulatedOrderStatus.Triggered)]
    [InlineData(SimulatedOrderStatus.Finished)]
    [InlineData(SimulatedOrderStatus.Canceled)]
    [InlineData(SimulatedOrderStatus.Rejected)]
    [InlineData(SimulatedOrderStatus.Expired)]
    public async Task An_order_that_is_not_new_is_unknown_and_does_not_change(SimulatedOrderStatus status)
    {
        SimulatedOrder order = Orders.In(status, _test.Account);

        SimulatedResponse response = await _test.CancelAsync(order);

        TestExchange.AssertRejected(response, 400, -2011, "Unknown order sent.");
        Assert.Equal(status, order.Status);
    }

    [Fact]
    public async Task An_order_is_not_found_until_it_is_visible()
    {
        _test.Exchange.PlacementVisibilityDelay = TimeSpan.FromSeconds(2);
        SimulatedOrder order = _test.Account.Place();
        _test.Clock.Advance(TimeSpan.FromMilliseconds(1999));
        SimulatedResponse before = await _test.CancelAsync(order);
        _test.Clock.Advance(TimeSpan.FromMilliseconds(1));
        SimulatedResponse after = await _test.CancelAsync(order);

        Assert.Equal((400, 200), (before.StatusCode, after.StatusCode));
    }
}
