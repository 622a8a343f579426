using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class ArmedFaultTests
{
    private readonly TestExchange _test = new();

    private SimulatedFaults Faults => _test.Exchange.Faults;

    [Fact]
    public void Armed_faults_are_listed_in_the_order_of_arming_with_the_requests_they_wait_for()
    {
        Faults.Next(2, Fault.ExecuteThenDrop);
        Faults.On("DELETE").Next(Fault.HtmlForbidden403);
        Faults.On("DELETE", TestExchange.CancelOrQuery).Where(_ => true).Next(int.MaxValue, Fault.Timestamp1021);

        Assert.Equal(
            [
                new ArmedFault(Fault.ExecuteThenDrop, 2, null),
                new ArmedFault(Fault.HtmlForbidden403, 1, "DELETE"),
                new ArmedFault(Fault.Timestamp1021, int.MaxValue, "DELETE /fapi/v1/algoOrder"),
            ],
            Faults.Armed);
    }

    [Fact]
    public async Task An_applied_fault_remains_for_one_request_less_until_none_is_left()
    {
        Faults.Next(2, Fault.ServiceUnavailable503);

        await PingAsync();
        Assert.Equal(1, Assert.Single(Faults.Armed).Remaining);

        await PingAsync();
        Assert.Empty(Faults.Armed);
    }

    [Fact]
    public void Random_and_cleared_faults_are_not_listed()
    {
        Faults.Next(Fault.ServiceUnavailable503);
        Faults.Clear();
        Faults.Randomly(1, seed: 1, Fault.ServiceUnavailable503);

        Assert.Empty(Faults.Armed);
    }

    private Task<SimulatedResponse> PingAsync() => _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null);
}
