using Binance.AlgoOrders.Testing;
using OpenQA.Selenium;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests the page with axe-core, with the keyboard only, and on narrow and wide screens.</summary>
public class PageAccessibilityTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<int, string> States => new MatrixTheoryData<int, string>([320, 1280], ["empty", "orders", "error", "events"]);

    [Theory]
    [MemberData(nameof(States))]
    public async Task The_page_has_no_serious_violation_and_fits_the_screen(int width, string state)
    {
        await using var venue = await PageVenue.OpenAsync();
        Fill(venue, state);
        browser.Show(venue.Address, width);
        Bring(state);

        Accessibility.AssertNone(browser);

        Assert.Equal(true, browser.Run("return document.documentElement.scrollWidth <= window.innerWidth"));
        browser.AssertNoErrors(venue.Address);
    }

    [Fact]
    public async Task An_order_is_placed_with_the_keyboard_only()
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);
        browser.Await("#place-note", "Needs a trigger price");

        Tab(until: "triggerPrice");
        browser.Focused.SendKeys(Keys.Control + "a");
        browser.Focused.SendKeys("57000");
        browser.Focused.SendKeys(Keys.Enter);

        browser.Await("#orders .trigger", "57000");
        Assert.Equal(57000m, Assert.Single(venue.Account.Orders).Terms.TriggerPrice);
    }

    [Fact]
    public async Task Every_control_that_the_tab_key_reaches_shows_its_focus_and_has_a_name()
    {
        await using var venue = await PageVenue.OpenAsync();
        Fill(venue, "events");
        venue.Exchange.Faults.Next(Fault.ExecuteThenDrop);
        browser.Show(venue.Address);
        browser.Await("#armed", "ExecuteThenDrop");
        browser.Await("#events", "ALGO_UPDATE");

        List<string> reached = [];
        for (string control = Tab(); control != "BODY" && reached.Count < 200; control = Tab())
        {
            reached.Add(control);
            Assert.Equal("solid", browser.Focused.GetCssValue("outline-style"));
            Assert.False(string.IsNullOrWhiteSpace(((WebElement)browser.Focused).ComputedAccessibleLabel), control);
        }

        Assert.Superset(
            new HashSet<string>(["A", "symbol", "side", "type", "triggerPrice", "closePosition", "SUMMARY", "last", "fault", "disarm", "BUTTON"]),
            reached.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_leads_the_keyboard_to_a_section()
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);

        Tab();
        Assert.True(browser.Find(".skip a").Displayed);
        Tab();
        browser.Focused.SendKeys(Keys.Enter);

        Assert.Equal("events-title", browser.Focused.GetDomProperty("id"));
    }

    private static void Fill(PageVenue venue, string state)
    {
        if (state == "empty")
        {
            return;
        }

        venue.Exchange.SetPrice("BTCUSDT", 60_000m, 59_990m);
        venue.Account.Place(type: "TRAILING_STOP_MARKET", clientAlgoId: new string('w', 36));
        venue.Account.Place("1000000MOGUSDT").Trigger();
        if (state == "events")
        {
            venue.Account.Place(triggerPrice: 59_000m);
            venue.Exchange.SetPrice("BTCUSDT", 58_900m);
        }
    }

    // Brings the page into a state by its controls.
    private void Bring(string state)
    {
        switch (state)
        {
            case "empty":
                browser.Await("#orders-note", "No orders yet");
                break;
            case "orders":
                browser.Await("#orders .state", "TRIGGERED");
                break;
            case "error":
                browser.Find("#place [name=quantity]").SendKeys("x");
                browser.Find("#place button").SendKeys(Keys.Enter);
                browser.Await("#place-problem", "Quantity");
                break;
            default:
                browser.Await("#events", "ACCOUNT_UPDATE");
                browser.Find("#events summary").SendKeys(Keys.Enter);
                browser.Await("#events [open] pre", "FINISHED");
                break;
        }
    }

    /// <summary>Presses the tab key until a control has the focus.</summary>
    private void Tab(string until)
    {
        for (int i = 0; i < 50 && Tab() != until; i++)
        {
        }

        Assert.Equal(until, browser.Focused.GetDomAttribute("name"));
    }

    /// <summary>Presses the tab key. Returns the name of the control that has the focus, else its id or its tag.</summary>
    private string Tab()
    {
        browser.PressTab();
        return (string)browser.Run("const focused = document.activeElement; return focused.name || focused.id || focused.tagName")!;
    }
}
