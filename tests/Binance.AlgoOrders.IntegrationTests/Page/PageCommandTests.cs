using System.Net;
using System.Reflection;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests the commands of the page.</summary>
public class PageCommandTests
{
    private const string Orders = "/simulator/orders";
    private const string Steps = "/simulator/steps";
    private const string Faults = "/simulator/faults";

    // Faults with an argument that a page cannot send: a response and code.
    private static readonly string[] NotOffered = [nameof(Fault.Respond), nameof(Fault.BeforeExecuting)];

    [Fact]
    public async Task An_order_is_placed_with_the_scale_of_its_numbers()
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync(
            Orders, """{"symbol":"ETHUSDT","side":"BUY","type":"STOP","triggerPrice":"3900.50","price":3901.00,"quantity":1,"clientAlgoId":"a:b"}"""));

        SimulatedOrder placed = Assert.Single(venue.Account.Orders);
        Assert.Equal(
            ["ETHUSDT", "BUY", "STOP", "3900.50", "3901.00", "1", "a:b"],
            [
                placed.Symbol, placed.Terms.Side, placed.Terms.Type, $"{placed.Terms.TriggerPrice}", $"{placed.Terms.Price}", $"{placed.Terms.Quantity}",
                placed.ClientAlgoId,
            ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"symbol":null,"side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":1}""")]
    [InlineData("""{"symbol":"eth","side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":1}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"HOLD","type":"STOP_MARKET","triggerPrice":1,"quantity":1}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"LIMIT","triggerPrice":1,"quantity":1}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":0,"quantity":1}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":-1}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":"many","quantity":1}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":1,"clientAlgoId":""}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":1,"clientAlgoId":"1234567890123456789012345678901234567"}""")]
    [InlineData("""{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":1,"leverage":125}""")]
    public async Task An_invalid_order_is_not_placed(string json)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await venue.CommandAsync(Orders, json));
        Assert.Empty(venue.Account.Orders);
    }

    [Fact]
    public async Task A_price_triggers_orders()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place(triggerPrice: 50_000m);

        Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync("/__sim/price", """{"symbol":"BTCUSDT","last":"49000","mark":50500}"""));

        Assert.Equal(new SimulatedPrice(49_000m, 50_500m), venue.Exchange.PriceOf("BTCUSDT"));
        Assert.Equal(SimulatedOrderStatus.Finished, stop.Status);
    }

    [Theory]
    [InlineData("""{"symbol":"btc","last":1}""")]
    [InlineData("""{"symbol":"BTCUSDT","last":0}""")]
    [InlineData("""{"symbol":"BTCUSDT","last":1,"mark":-1}""")]
    [InlineData("""{"symbol":"BTCUSDT","last":"58,000"}""")]
    public async Task An_invalid_price_is_not_set(string json)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await venue.CommandAsync("/__sim/price", json));
        Assert.Empty(venue.Exchange.Prices);
    }

    [Fact]
    public async Task A_client_id_of_an_open_order_is_rejected_as_a_client_is()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Account.Place(clientAlgoId: "mine");

        Assert.Equal(HttpStatusCode.BadRequest, await venue.CommandAsync(
            Orders, """{"symbol":"ETHUSDT","side":"BUY","type":"STOP_MARKET","triggerPrice":1,"quantity":1,"clientAlgoId":"mine"}"""));
        Assert.Single(venue.Account.Orders);
    }

    [Theory]
    [InlineData("Trigger", SimulatedOrderStatus.Triggered)]
    [InlineData("Begin trigger, Complete trigger", SimulatedOrderStatus.Triggered)]
    [InlineData("Begin trigger, Reject", SimulatedOrderStatus.Rejected)]
    [InlineData("Trigger, Fill child", SimulatedOrderStatus.Finished)]
    [InlineData("Trigger, Cancel child", SimulatedOrderStatus.Finished)]
    [InlineData("Expire", SimulatedOrderStatus.Expired)]
    [InlineData("Cancel", SimulatedOrderStatus.Canceled)]
    public async Task An_order_takes_the_steps_that_its_status_offers(string steps, SimulatedOrderStatus end)
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place();

        foreach (string step in steps.Split(", "))
        {
            JsonElement shown = (await venue.ReadAsync("/simulator/state")).GetProperty("orders")[0];
            Assert.Contains(step, shown.GetProperty("steps").EnumerateArray().Select(name => name.GetString()));
            Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync(Steps, $$"""{"algoId":"{{order.AlgoId}}","step":"{{step}}"}"""));
        }

        Assert.Equal((end, steps.EndsWith("Fill child", StringComparison.Ordinal)), (order.Status, order.IsFilled));
    }

    [Theory]
    [InlineData("""{"algoId":"ID","step":"Explode"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"algoId":"ID","step":7}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"algoId":"ID"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"algoId":"the first one","step":"Trigger"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"algoId":99999999999999999999,"step":"Trigger"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"algoId":1,"step":"Trigger"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"algoId":"ID","step":"Complete trigger"}""", HttpStatusCode.Conflict)]
    public async Task An_invalid_step_leaves_the_order_unchanged(string json, HttpStatusCode status)
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place();

        Assert.Equal(status, await venue.CommandAsync(Steps, json.Replace("ID", $"{order.AlgoId}", StringComparison.Ordinal)));
        Assert.Equal(SimulatedOrderStatus.New, order.Status);
    }

    [Fact]
    public async Task Every_fault_of_the_package_is_offered_and_armed_by_its_name()
    {
        await using var venue = await PageVenue.OpenAsync();
        string[] offered = [.. (await venue.ReadAsync(Faults)).EnumerateArray().Select(choice => choice.GetProperty("name").GetString()!)];

        foreach (string name in offered)
        {
            Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync(Faults, $$"""{"fault":"{{name}}"}"""));
        }

        Assert.Equal(offered, venue.Exchange.Faults.Armed.Select(armed => armed.Fault.Name));
        IEnumerable<string> all = typeof(Fault).GetMembers(BindingFlags.Public | BindingFlags.Static)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false }).Select(member => member.Name);
        Assert.Equal(all.Except(NotOffered).Order(), offered.Select(name => name.Split('(')[0]).Distinct().Order());
    }

    [Fact]
    public async Task A_fault_is_armed_for_a_number_of_requests_of_a_method_and_disarmed()
    {
        await using var venue = await PageVenue.OpenAsync();

        await venue.CommandAsync(Faults, """{"fault":"DelayBeforeResponding","count":"3","method":"DELETE","seconds":0.5}""");

        ArmedFault armed = Assert.Single(venue.Exchange.Faults.Armed);
        Assert.Equal(("DelayBeforeResponding", 3, "DELETE"), (armed.Fault.Name, armed.Remaining, armed.Requests));

        Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync(Faults, "", "DELETE"));
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    [Theory]
    [InlineData("""{"fault":"Earthquake"}""")]
    [InlineData("""{"fault":null}""")]
    [InlineData("""{"fault":"ExecuteThenDrop","count":0}""")]
    [InlineData("""{"fault":"ExecuteThenDrop","count":1001}""")]
    [InlineData("""{"fault":"ExecuteThenDrop","count":1.5}""")]
    [InlineData("""{"fault":"ExecuteThenDrop","method":"PATCH"}""")]
    [InlineData("""{"fault":"Banned418","seconds":-1}""")]
    [InlineData("""{"fault":"Banned418","seconds":3601}""")]
    [InlineData("""{"fault":"Banned418","seconds":"NaN"}""")]
    public async Task An_invalid_fault_is_not_armed(string json)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await venue.CommandAsync(Faults, json));
        Assert.Empty(venue.Exchange.Faults.Armed);
    }
}
