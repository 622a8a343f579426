using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>A lost answer to a new order is the worst of all: whoever repeats the order has it twice.</summary>
public class PlaceFaultTests
{
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_answer_that_got_lost_hides_whether_the_order_was_placed(bool executed, int orders)
    {
        SimulatedAnswer answer = await PlaceDuringAsync(executed ? Fault.ExecuteThenDrop : Fault.DropBeforeExecuting);

        Assert.Equal((true, orders), (answer.IsDropped, _test.Account.Orders.Count));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 0)]
    public async Task An_order_can_be_placed_after_the_connection_has_gone_until_the_request_is_too_old(int seconds, int orders)
    {
        await PlaceDuringAsync(Fault.LateExecution(TimeSpan.FromSeconds(seconds)));
        int atFirst = _test.Account.Orders.Count;
        _test.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal((0, orders), (atFirst, _test.Account.Orders.Count));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_unknown_error_comes_executed_and_not(bool executed, int orders)
    {
        SimulatedAnswer answer = await PlaceDuringAsync(Fault.UnknownError503(executed));

        Assert.Equal((503, orders), (answer.StatusCode, _test.Account.Orders.Count));
    }

    [Fact]
    public async Task A_wrong_acknowledgement_is_an_order_that_nobody_asked_for()
    {
        SimulatedAnswer answer = await PlaceDuringAsync(Fault.WrongIdAcknowledgement(executed: true));

        using JsonDocument json = JsonDocument.Parse(answer.Body);
        Assert.Equal(
            ("an-order-nobody-asked-for", "NEW"),
            (json.RootElement.GetProperty("clientAlgoId").GetString(), json.RootElement.GetProperty("algoStatus").GetString()));
    }

    [Fact]
    public async Task A_wrong_acknowledgement_speaks_of_no_order_that_could_be_found()
    {
        await PlaceDuringAsync(Fault.WrongIdAcknowledgement(executed: false));

        await _test.SendAsync("GET", TestExchange.CancelOrQuery, "clientAlgoId=an-order-nobody-asked-for");

        Assert.Equal((-2013, 0), (_test.LastRecord.ErrorCode, _test.Account.Orders.Count));
    }

    private Task<SimulatedAnswer> PlaceDuringAsync(Fault fault)
    {
        _test.Exchange.Faults.On("POST", TestExchange.Place).Next(fault);
        return _test.PlaceAsync();
    }
}
