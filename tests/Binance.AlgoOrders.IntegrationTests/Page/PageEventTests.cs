using System.Globalization;
using System.Text.Json;
using Binance.AlgoOrders.Testing;
using OpenQA.Selenium;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests the events of the user data stream that the page shows.</summary>
public class PageEventTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Events_are_shown_newest_first_with_a_short_text()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place(triggerPrice: 50_000m, quantity: 0.5m);
        venue.Exchange.SetPrice("BTCUSDT", 49_000m);

        JsonElement state = await venue.ReadAsync("/simulator/state");

        Assert.Equal(
            [
                $"7 ALGO_UPDATE BTCUSDT {stop.AlgoId} FINISHED",
                $"6 ALGO_UPDATE BTCUSDT {stop.AlgoId} TRIGGERED",
                "5 ACCOUNT_UPDATE BTCUSDT BOTH -0.5",
                $"4 ORDER_TRADE_UPDATE BTCUSDT {stop.ActualOrderId} FILLED",
                $"3 ORDER_TRADE_UPDATE BTCUSDT {stop.ActualOrderId} NEW",
                $"2 ALGO_UPDATE BTCUSDT {stop.AlgoId} TRIGGERING",
                $"1 ALGO_UPDATE BTCUSDT {stop.AlgoId} NEW",
            ],
            state.GetProperty("events").EnumerateArray().Select(static pushed =>
                $"{pushed.GetProperty("number")} {pushed.GetProperty("kind")} {pushed.GetProperty("text")}"));
    }

    [Fact]
    public async Task The_JSON_of_an_event_keeps_ids_that_are_too_large_for_JavaScript()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place(triggerPrice: 50_000m);
        venue.Exchange.SetPrice("BTCUSDT", 49_000m);

        JsonElement trade = (await venue.ReadAsync("/simulator/state")).GetProperty("events")[3];

        Assert.Contains($"\"i\": {stop.ActualOrderId},\n", trade.GetProperty("json").GetString()!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shown_events_are_limited_and_counted()
    {
        await using var venue = await PageVenue.OpenAsync();
        for (int i = 0; i < 55; i++)
        {
            venue.Account.Place();
        }

        JsonElement state = await venue.ReadAsync("/simulator/state");

        Assert.Equal((50, 55), (state.GetProperty("events").GetArrayLength(), state.GetProperty("eventsInAll").GetInt32()));
        Assert.Equal(55, state.GetProperty("events")[0].GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task The_expiry_of_a_listen_key_is_shown()
    {
        var time = new ManualTimeProvider();
        await using var venue = await PageVenue.OpenAsync(time);
        Assert.Equal(200, venue.Exchange.ExecuteFor(venue.Account, "POST", "/fapi/v1/listenKey").StatusCode);
        time.Advance(TimeSpan.FromMinutes(60));

        JsonElement expired = (await venue.ReadAsync("/simulator/state")).GetProperty("events")[0];

        Assert.Equal("listenKeyExpired", expired.GetProperty("kind").GetString());
        Assert.Equal(time.GetUtcNow(), expired.GetProperty("pushedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_event_appears_live_without_a_client_and_shows_its_JSON_on_demand()
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);
        browser.Await("#events-note", "No events yet");

        SimulatedOrder order = venue.Account.Place(clientAlgoId: "my-stop");

        browser.Await("#events summary", $"ALGO_UPDATEBTCUSDT {order.AlgoId} NEW");
        browser.Await("#news", $"New event: ALGO_UPDATE BTCUSDT {order.AlgoId} NEW");
        Assert.False(browser.Find("#events pre").Displayed);
        browser.Find("#events summary").SendKeys(Keys.Enter);
        Assert.Contains("\"caid\": \"my-stop\"", browser.Find("#events pre").Text, StringComparison.Ordinal);
        browser.AssertNoErrors(venue.Address);
    }

    [Fact]
    public async Task An_open_event_stays_open_when_newer_events_appear()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Account.Place();
        browser.Show(venue.Address);
        browser.Await("#events summary", "NEW");
        browser.Find("#events summary").SendKeys(Keys.Enter);

        SimulatedOrder newest = venue.Account.Place();

        browser.Await("#events summary", newest.AlgoId.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(["2", "1"], browser.FindAll("#events li").Select(static item => item.GetDomAttribute("data-event")));
        Assert.True(browser.Find("[data-event='1'] pre").Displayed);
        Assert.Equal("SUMMARY", browser.Focused.GetDomProperty("tagName"));
    }
}
