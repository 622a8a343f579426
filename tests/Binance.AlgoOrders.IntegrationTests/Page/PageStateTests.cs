using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests the state that the page shows.</summary>
public class PageStateTests
{
    [Fact]
    public async Task Orders_are_shown_newest_first_with_ids_as_strings()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Account.Place();
        SimulatedOrder order = venue.Account.Place("ETHUSDT", "BUY", triggerPrice: 3900.00m, clientAlgoId: "mine");
        long child = order.Trigger();

        JsonElement state = await venue.ReadAsync("/simulator/state");

        Assert.Equal(2, state.GetProperty("orders").GetArrayLength());
        JsonElement shown = state.GetProperty("orders")[0];
        Assert.Equal(
            [$"{order.AlgoId}", "mine", "ETHUSDT", "STOP_MARKET", "BUY", "3900.00", "TRIGGERED", $"{child}"],
            Texts(shown, "algoId", "clientAlgoId", "symbol", "type", "side", "triggerPrice", "status", "actualOrderId"));
    }

    [Fact]
    public async Task Prices_positions_and_ordinary_orders_are_shown()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place(triggerPrice: 50_000m, quantity: 0.5m);
        venue.Exchange.SetPrice("BTCUSDT", 49_000m);
        venue.Exchange.SetPrice("BTCUSDT", 49_500m, 49_400m);

        JsonElement market = (await venue.ReadAsync("/simulator/state")).GetProperty("market");

        Assert.Equal(["BTCUSDT", "49500", "49400"], Texts(market.GetProperty("prices")[0], "symbol", "last", "mark"));
        Assert.Equal(["BTCUSDT", "BOTH", "-0.5", "49000", "-200.0"], Texts(market.GetProperty("positions")[0], "symbol", "side", "quantity", "entryPrice", "profit"));
        Assert.Equal([$"{stop.AlgoId}", "SELL", "MARKET", "49000", "0.5", "FILLED"], Texts(market.GetProperty("ordinary")[0], "parent", "side", "type", "price", "quantity", "status"));
    }

    [Fact]
    public async Task Limits_are_shown_as_the_exchange_counts_them()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Exchange.WeightLimit = 100;
        venue.Exchange.Faults.Next(Fault.Banned418(TimeSpan.FromMinutes(5)));
        await venue.CommandAsync("/fapi/v1/ping", "", "GET");
        await venue.CommandAsync("/fapi/v1/ping", "", "GET");

        JsonElement limits = (await venue.ReadAsync("/simulator/state")).GetProperty("limits");

        Assert.Equal((100, 1), (limits.GetProperty("weightLimit").GetInt32(), limits.GetProperty("requestsDuringBan").GetInt32()));
        Assert.Equal([300, 1200], limits.GetProperty("orderCounts").EnumerateArray().Select(count => count.GetProperty("limit").GetInt32()));
        Assert.InRange(limits.GetProperty("banSecondsLeft").GetDouble(), double.Epsilon, 300);
    }

    [Fact]
    public async Task An_executed_request_is_shown_without_its_signature()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place();
        using AlgoOrderClient client = venue.CreateClient();
        await client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), TestContext.Current.CancellationToken);

        JsonElement state = await venue.ReadAsync("/simulator/state");

        string sent = venue.Exchange.Requests[^1].Query.Split("signature=")[1];
        Assert.StartsWith($"algoId={order.AlgoId}&", Assert.Single(Texts(state.GetProperty("requests")[0], "parameters")), StringComparison.Ordinal);
        Assert.DoesNotContain(sent, state.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_rejected_signature_is_shown_with_the_signed_text_and_a_command_to_compare()
    {
        await using var venue = await PageVenue.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fapi/v1/openAlgoOrders?symbol=it's&timestamp=1&signature=00ff");
        request.Headers.Add("X-MBX-APIKEY", venue.Account.ApiKey);
        using HttpResponseMessage response = await venue.Http.SendAsync(request, TestContext.Current.CancellationToken);

        JsonElement shown = (await venue.ReadAsync("/simulator/state")).GetProperty("requests")[0];

        Assert.Equal(-1022, shown.GetProperty("errorCode").GetInt32());
        Assert.Equal(
            ["symbol=it's&timestamp=1", "00ff", $@"printf %s 'symbol=it'\''s&timestamp=1' | openssl dgst -sha256 -hmac {venue.Account.SecretKey} -r"],
            Texts(shown.GetProperty("signature"), "signedText", "received", "compare"));
    }

    [Fact]
    public async Task The_client_options_are_shown_as_lines_of_the_READMEs_first_cancel()
    {
        await using var venue = await PageVenue.OpenAsync();

        JsonElement use = (await venue.ReadAsync("/simulator/state")).GetProperty("use");

        Assert.Equal(
            [
                $"options.ApiKey = \"{venue.Account.ApiKey}\";",
                $"options.SecretKey = \"{venue.Account.SecretKey}\";",
                $"options.BaseAddress = new Uri(\"{venue.Address}\");",
            ],
            use.GetProperty("options").GetString()!.ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task The_shown_orders_and_requests_are_limited_and_counted()
    {
        await using var venue = await PageVenue.OpenAsync();
        for (int i = 0; i < 205; i++)
        {
            venue.Account.Place();
            await venue.Exchange.HandleAsync(new SimulatedRequest("GET", "/fapi/v1/ping"), TestContext.Current.CancellationToken);
        }

        JsonElement state = await venue.ReadAsync("/simulator/state");

        Assert.Equal((200, 205), (state.GetProperty("orders").GetArrayLength(), state.GetProperty("ordersInAll").GetInt32()));
        Assert.Equal((100, 205), (state.GetProperty("requests").GetArrayLength(), state.GetProperty("requestsInAll").GetInt32()));
        Assert.Equal(205, state.GetProperty("requests")[0].GetProperty("number").GetInt32());
    }

    private static IEnumerable<string?> Texts(JsonElement json, params string[] names) => names.Select(name => json.GetProperty(name).GetString());
}
