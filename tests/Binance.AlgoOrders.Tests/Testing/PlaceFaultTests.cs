using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Faults of new orders. A lost response is the most dangerous one, because a retry may place the order twice.</summary>
public class PlaceFaultTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_lost_response_hides_whether_the_order_was_placed(bool executed, int orders)
    {
        SimulatedResponse response = await PlaceDuringAsync(executed ? Fault.ExecuteThenDrop : Fault.DropBeforeExecuting);

        Assert.Equal((true, orders), (response.IsDropped, _test.Account.Orders.Count));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 0)]
    public async Task An_order_can_be_placed_after_the_connection_has_ended_until_the_request_is_too_old(int seconds, int orders)
    {
        await PlaceDuringAsync(Fault.LateExecution(TimeSpan.FromSeconds(seconds)));
        int atFirst = _test.Account.Orders.Count;
        _test.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal((0, orders), (atFirst, _test.Account.Orders.Count));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_unknown_error_comes_executed_and_not_executed(bool executed, int orders)
    {
        SimulatedResponse response = await PlaceDuringAsync(Fault.UnknownError503(executed));

        Assert.Equal((503, orders), (response.StatusCode, _test.Account.Orders.Count));
    }

    [Fact]
    public async Task A_wrong_acknowledgement_is_about_an_order_that_was_not_requested()
    {
        SimulatedResponse response = await PlaceDuringAsync(Fault.WrongIdAcknowledgement(executed: true));

        using JsonDocument json = JsonDocument.Parse(response.Body);
        Assert.Equal(
            ("an-order-that-was-not-requested", "NEW"),
            (json.RootElement.GetProperty("clientAlgoId").GetString(), json.RootElement.GetProperty("algoStatus").GetString()));
    }

    [Fact]
    public async Task The_order_of_a_wrong_acknowledgement_does_not_exist()
    {
        await PlaceDuringAsync(Fault.WrongIdAcknowledgement(executed: false));

        await _test.SendAsync("GET", TestExchange.CancelOrQuery, "clientAlgoId=an-order-that-was-not-requested");

        Assert.Equal((-2013, 0), (_test.LastRecord.ErrorCode, _test.Account.Orders.Count));
    }

    private Task<SimulatedResponse> PlaceDuringAsync(Fault fault)
    {
        _test.Exchange.Faults.On("POST", TestExchange.Place).Next(fault);
        return _test.PlaceAsync();
    }
}
