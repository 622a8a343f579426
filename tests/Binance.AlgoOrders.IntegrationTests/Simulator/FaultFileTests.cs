using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Simulator;

/// <summary>Tests the file of <c>--faults</c>.</summary>
public class FaultFileTests
{
    private readonly SimulatedExchange _exchange = new();

    [Fact]
    public void Faults_of_a_file_are_armed_in_their_order()
    {
        FaultFile file = FaultFile.Parse("faults.json", """
            [
              // A comment, and a trailing comma below.
              { "fault": "ExecuteThenDrop", "operation": "Cancel", "count": 2 },
              { "fault": "Timeout1007(executed)", "method": "DELETE", "path": "/fapi/v1/algoOrder" },
              { "fault": "DropInsideResponse(not executed)", "method": "algoOrder.cancel" },
              { "fault": "DelayBeforeResponding", "seconds": 1.5, "count": 2147483647 },
            ]
            """);
        file.Arm(_exchange);

        Assert.Empty(file.Errors);
        Assert.Equal(
            [
                ("ExecuteThenDrop", 2, "Cancel"),
                ("Timeout1007(executed)", 1, "DELETE /fapi/v1/algoOrder"),
                ("DropInsideResponse(not executed)", 1, "algoOrder.cancel"),
                ("DelayBeforeResponding", int.MaxValue, null),
            ],
            _exchange.Faults.Armed.Select(static armed => (armed.Fault.Name, armed.Remaining, armed.Requests)));
    }

    [Fact]
    public async Task A_fault_of_a_file_can_skip_requests()
    {
        FaultFile.Parse("f", """[{ "fault": "ServiceUnavailable503", "operation": "Ping", "after": 1 }]""").Arm(_exchange);

        int[] statusCodes = [await PingAsync(), await PingAsync(), await PingAsync()];

        Assert.Equal([200, 503, 200], statusCodes);
    }

    [Theory]
    [InlineData("Drop", "")]
    [InlineData("Freeze", "")]
    [InlineData("Lose", "")]
    [InlineData("Duplicate", "")]
    [InlineData("Duplicate", ""","seconds":2""")]
    [InlineData("Delay", ""","seconds":2""")]
    [InlineData("Reorder", "")]
    public void A_fault_of_events_is_armed_for_each_event(string kind, string seconds)
    {
        FaultFile file = FaultFile.Parse("f", $$"""[{ "pushFault": "{{kind}}", "event": "ALGO_UPDATE", "count": 3, "after": 1{{seconds}} }]""");
        file.Arm(_exchange);

        Assert.Empty(file.Errors);
        Assert.Equal((3, 0), (_exchange.PushFaults.Pending, _exchange.Faults.Pending));
    }

    [Theory]
    [InlineData("", "f.json must be a JSON array of faults, but: ")]
    [InlineData("[{", "f.json must be a JSON array of faults, but: ")]
    [InlineData("""[{"fault":"EmptyBody(executed)","fault":"ExecuteThenDrop"}]""", "f.json must be a JSON array of faults, but: ")]
    [InlineData("{}", "f.json must be a JSON array of faults, but was of the kind Object.")]
    [InlineData("[1]", """f.json, entry 1: the entry must be an object such as {"fault":"ExecuteThenDrop"}, but was 1.""")]
    [InlineData("[{}]", "f.json, entry 1: the entry must have 'fault' or 'pushFault', and not both.")]
    [InlineData("""[{"fault":"ExecuteThenDrop","pushFault":"Drop"}]""", "f.json, entry 1: the entry must have 'fault' or 'pushFault', and not both.")]
    [InlineData("""[{"fault":"executeThenDrop"}]""", "f.json, entry 1: 'fault' must be one of ExecuteThenDrop, ExecuteThenClose, ")]
    [InlineData("""[{"fault":7}]""", "f.json, entry 1: 'fault' must be one of ExecuteThenDrop, ExecuteThenClose, ")]
    [InlineData("""[{"fault":"ExecuteThenDrop","cuont":2}]""", "f.json, entry 1: the members must be among fault, operation, method, path, count, after, seconds, but one was 'cuont'.")]
    [InlineData("""[{"fault":"ExecuteThenDrop","count":0}]""", "f.json, entry 1: 'count' must be a whole number from 1 to 2147483647, but was 0.")]
    [InlineData("""[{"fault":"ExecuteThenDrop","count":"2"}]""", "f.json, entry 1: 'count' must be a whole number from 1 to 2147483647, but was \"2\".")]
    [InlineData("""[{"fault":"ExecuteThenDrop","after":1.5}]""", "f.json, entry 1: 'after' must be a whole number from 0 to 2147483647, but was 1.5.")]
    [InlineData("""[{"fault":"ExecuteThenDrop","seconds":1}]""", "f.json, entry 1: 'seconds' must not be given for the fault ExecuteThenDrop.")]
    [InlineData("""[{"fault":"LateExecution"}]""", "f.json, entry 1: 'seconds' must be given for the fault LateExecution.")]
    [InlineData("""[{"fault":"LateExecution","seconds":-1}]""", "f.json, entry 1: 'seconds' must be a number from 0 to 86400, but was -1.")]
    [InlineData("""[{"fault":"ExecuteThenDrop","operation":"Kancel"}]""", "f.json, entry 1: 'operation' must be one of Place, Cancel, ")]
    [InlineData("""[{"fault":"ExecuteThenDrop","method":"delete"}]""", "f.json, entry 1: 'method' must be one of GET, POST, PUT, DELETE, algoOrder.place, ")]
    [InlineData("""[{"fault":"ExecuteThenDrop","method":"GET","path":"fapi"}]""", "f.json, entry 1: 'path' must be a path such as \"/fapi/v1/algoOrder\", but was \"fapi\".")]
    [InlineData("""[{"fault":"ExecuteThenDrop","path":"/fapi/v1/ping"}]""", "f.json, entry 1: 'method' must be given with 'path'.")]
    [InlineData("""[{"fault":"ExecuteThenDrop","operation":"Ping","method":"GET"}]""", "f.json, entry 1: 'operation' must be given without 'method' and 'path'.")]
    [InlineData("""[{"pushFault":"Loose"}]""", "f.json, entry 1: 'pushFault' must be one of Drop, Freeze, Lose, Duplicate, Delay, Reorder, but was \"Loose\".")]
    [InlineData("""[{"pushFault":"Lose","event":"ORDER"}]""", "f.json, entry 1: 'event' must be one of ALGO_UPDATE, ORDER_TRADE_UPDATE, ACCOUNT_UPDATE, listenKeyExpired, but was")]
    [InlineData("""[{"pushFault":"Lose","count":1001}]""", "f.json, entry 1: 'count' must be a whole number from 1 to 1000, but was 1001.")]
    [InlineData("""[{"pushFault":"Lose","seconds":1}]""", "f.json, entry 1: 'seconds' must not be given for the fault Lose.")]
    [InlineData("""[{"pushFault":"Delay"}]""", "f.json, entry 1: 'seconds' must be given for the fault Delay.")]
    [InlineData("""[{"pushFault":"Lose","operation":"Ping"}]""", "f.json, entry 1: the members must be among pushFault, event, count, after, seconds, but one was 'operation'.")]
    public void An_error_names_the_file_the_entry_and_the_member(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(FaultFile.Parse("f.json", text).Errors), StringComparison.Ordinal);

    [Fact]
    public void Each_invalid_entry_is_an_error()
    {
        IReadOnlyList<string> errors = FaultFile.Parse("f", """[{"fault":"EmptyBody(executed)"},{"fault":"X"},{"pushFault":"Y"}]""").Errors;

        Assert.Equal(["f, entry 2: 'fault'", "f, entry 3: 'pushFault'"], errors.Select(static error => error.Split(" must")[0]));
    }

    [Fact]
    public void The_name_of_each_fault_is_unique() =>
        Assert.Distinct(FaultMenu.All.Select(static choice => choice.Name));

    private async Task<int> PingAsync() =>
        (await _exchange.HandleAsync(new SimulatedRequest("GET", "/fapi/v1/ping"), TestContext.Current.CancellationToken)).StatusCode;
}
