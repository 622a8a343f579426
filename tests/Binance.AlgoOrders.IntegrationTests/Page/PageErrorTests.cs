using System.Net;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests the sentences with which the simulator rejects a command.</summary>
public class PageErrorTests
{
    private const string Orders = "/simulator/orders";
    private const string Price = "/__sim/price";
    private const string Decimal = "must be a number greater than 0 and at most 1000000000, of digits with at most one point, such as 58000.5";

    [Theory]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":"58,000"}""", "last", $"last {Decimal}, but was '58,000'.")]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":1e3}""", "last", $"last {Decimal}, but was '1e3'.")]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":1000000001}""", "last", $"last {Decimal}, but was '1000000001'.")]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":null}""", "last", $"last {Decimal}, but it is missing.")]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":1,"mark":"x"}""", "mark", $"mark {Decimal}, but was 'x'.")]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":1,"index":1}""", "index", "The members of the command must be among symbol, last, mark, but one was 'index'.")]
    [InlineData(Price, """{"symbol":"BTCUSDT","last":[1]}""", "last", "last must be a text, a number, true or false, but it is of the kind Array.")]
    [InlineData(Price, """{"last":1}""", "symbol", "symbol must be 3 to 20 capital letters, digits and underscores, such as BTCUSDT, but it is missing.")]
    [InlineData(Price, """{"last":1,""", null, "The command must be a JSON object that has each member once, but it cannot be read.")]
    [InlineData(Price, """{"last":1,"last":2}""", null, "The command must be a JSON object that has each member once, but it cannot be read.")]
    [InlineData(Price, """{"symbol":"\ud800","last":2}""", null, "The command must be a JSON object that has each member once, but it cannot be read.")]
    [InlineData(Price, "[]", null, "The command must be a JSON object, but it is of the kind Array.")]
    [InlineData("/simulator/steps", """{"algoId":"one","step":"Trigger"}""", "algoId", "algoId must be a whole number from 1 to 9223372036854775807, but was 'one'.")]
    [InlineData("/simulator/faults", """{"fault":"Earthquake"}""", "fault", "fault must be the name of a fault of GET /simulator/faults, but was 'Earthquake'.")]
    [InlineData("/simulator/faults", """{"fault":"Banned418","seconds":"NaN"}""", "seconds", "seconds must be a number of seconds from 0 to 3600, such as 2.5, but was 'NaN'.")]
    public async Task An_invalid_member_is_named_with_what_is_allowed(string path, string json, string? field, string sentence)
    {
        await using var venue = await PageVenue.OpenAsync();

        Assert.Equal((HttpStatusCode.BadRequest, sentence, field), await SendAsync(venue, path, json));
        Assert.Empty(venue.Exchange.Prices);
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    [Theory]
    [InlineData("\"type\":\"STOP_MARKET\",\"triggerPrice\":60000,\"quantity\":1", "triggerPrice", "-2021: Order would immediately trigger.")]
    [InlineData("\"type\":\"STOP_MARKET\",\"quantity\":1", "triggerPrice", "-1102: Mandatory parameter 'triggerPrice' was not sent, was empty/null, or malformed.")]
    [InlineData("\"type\":\"STOP\",\"triggerPrice\":59000,\"quantity\":1", "price", "-1102: Mandatory parameter 'price' was not sent, was empty/null, or malformed.")]
    [InlineData("\"type\":\"STOP_MARKET\",\"triggerPrice\":59000", "quantity", "-1102: Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.")]
    [InlineData("\"type\":\"STOP_MARKET\",\"triggerPrice\":59000,\"quantity\":1,\"closePosition\":true", "quantity", "-4137: Quantity must be zero with closePosition equals true")]
    [InlineData("\"type\":\"STOP_MARKET\",\"triggerPrice\":59000,\"quantity\":2000", "quantity", "-4005: Quantity greater than max quantity.")]
    [InlineData("\"type\":\"TRAILING_STOP_MARKET\",\"triggerPrice\":59000,\"callbackRate\":1,\"quantity\":1", "triggerPrice", "-1106: Parameter 'triggerPrice' sent when not required.")]
    [InlineData("\"type\":\"TRAILING_STOP_MARKET\",\"quantity\":1", "callbackRate", "-1102: Mandatory parameter 'callbackRate' was not sent, was empty/null, or malformed.")]
    [InlineData("\"type\":\"STOP_MARKET\",\"triggerPrice\":59000,\"quantity\":1,\"positionSide\":\"LONG\"", "positionSide", "-4061: Order's position side does not match user's setting.")]
    public async Task An_order_that_a_client_cannot_place_is_rejected_with_the_message_of_the_exchange(string json, string field, string message)
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Exchange.SetPrice("BTCUSDT", 60_000m);

        Assert.Equal(
            (HttpStatusCode.BadRequest, $"The exchange rejects the order with code {message}", field),
            await SendAsync(venue, Orders, $$"""{"symbol":"BTCUSDT","side":"SELL",{{json}}}"""));
        Assert.Empty(venue.Account.Orders);
    }

    [Fact]
    public async Task An_order_of_the_page_uses_up_no_fault_and_is_no_request()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Exchange.Faults.Next(Fault.DropBeforeExecuting);

        Assert.Equal(HttpStatusCode.NoContent, await venue.CommandAsync(Orders, """{"symbol":"BTCUSDT","side":"SELL","type":"STOP_MARKET","triggerPrice":1,"quantity":1}"""));

        Assert.Single(venue.Account.Orders);
        Assert.Single(venue.Exchange.Faults.Armed);
        Assert.Empty(venue.Exchange.Requests);
    }

    private static async Task<(HttpStatusCode Status, string? Error, string? Field)> SendAsync(PageVenue venue, string path, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await venue.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        using JsonDocument error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, error.RootElement.GetProperty("error").GetString(), error.RootElement.GetProperty("field").GetString());
    }
}
