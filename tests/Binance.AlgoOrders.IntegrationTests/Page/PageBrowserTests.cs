using Binance.AlgoOrders.Testing;
using OpenQA.Selenium;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests the page in a real browser.</summary>
public class PageBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task An_order_is_triggered_by_a_click()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place(clientAlgoId: "my-stop");
        browser.Show(venue.Address);
        browser.Await($"{Row(order)} .second", "my-stop");

        browser.Find($"{Row(order)} .steps button").Click();

        browser.Await($"{Row(order)} .state", "TRIGGERED");
        Assert.Equal(SimulatedOrderStatus.Triggered, order.Status);
        browser.Await($"{Row(order)} .status", $"child {order.ActualOrderId}");
        browser.AssertNoErrors(venue.Address);
    }

    [Fact]
    public async Task The_focus_stays_on_the_order_when_only_the_keyboard_is_used()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place();
        browser.Show(venue.Address);
        browser.Await(".steps", "Trigger");

        browser.Run("document.querySelector('.steps button').focus()");
        browser.Focused.SendKeys(Keys.Enter);
        browser.Await($"{Row(order)} .state", "TRIGGERED");

        Assert.Equal("Fill child", browser.Focused.Text);
        browser.Focused.SendKeys(Keys.Enter);
        browser.Await($"{Row(order)} .state", "FINISHED");
        Assert.True(order.IsFilled);
    }

    [Fact]
    public async Task An_order_is_placed_by_a_click_and_an_error_is_shown()
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);

        browser.Find("#place button").Click();
        browser.Await("#orders .symbol", "BTCUSDT");
        Assert.Equal(58000.00m, Assert.Single(venue.Account.Orders).Terms.TriggerPrice);

        browser.Find("#place [name=quantity]").SendKeys("x");
        browser.Find("#place button").Click();
        browser.Await("#place-problem", "Quantity");
        Assert.Single(venue.Account.Orders);
    }

    [Fact]
    public async Task A_fault_that_is_armed_by_a_click_applies_to_a_cancel()
    {
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place();
        using AlgoOrderClient client = venue.CreateClient();
        browser.Show(venue.Address);

        browser.Find("#arm [name=fault]").SendKeys("ExecuteThenClose");
        browser.Find("#arm [name=method]").SendKeys("DELETE");
        browser.Find("#arm button").Click();
        browser.Await("#armed", "ExecuteThenClose");
        var lost = await Assert.ThrowsAsync<AlgoOrderTransportException>(
            () => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId), TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, lost.Execution);
        browser.Await($"{Row(order)} .state", "CANCELED");
        browser.Await("#requests .fault", "ExecuteThenClose");
        browser.Await("#requests .result", "executed");
        Assert.Empty(browser.FindAll("#armed li"));
        browser.AssertNoErrors(venue.Address);
    }

    [Fact]
    public async Task Armed_faults_are_disarmed_by_a_click()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Exchange.Faults.Next(3, Fault.HtmlForbidden403);
        browser.Show(venue.Address);
        browser.Await("#armed .times", "3 ×");

        browser.Find("#disarm").Click();

        browser.Await("#faults-count:empty", "");
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    [Fact]
    public async Task A_rejected_signature_shows_the_text_that_the_exchange_signed()
    {
        await using var venue = await PageVenue.OpenAsync();
        using AlgoOrderClient client = venue.CreateClient(secretKey: "not-the-secret-of-this-account");
        browser.Show(venue.Address);

        await Assert.ThrowsAsync<BinanceApiException>(
            () => client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId("a/b"), TestContext.Current.CancellationToken));

        browser.Await("#requests .result", "rejected -1022");
        Assert.Equal(Assert.Single(venue.Exchange.Requests).SignedText, browser.Find(".signed").GetDomProperty("textContent"));
        Assert.StartsWith("clientAlgoId=a%2Fb&", browser.Find(".signed").Text, StringComparison.Ordinal);
        browser.AssertNoErrors(venue.Address);
    }

    [Fact]
    public async Task Hostile_text_is_not_rendered_as_markup()
    {
        const string Hostile = "<img src=x onerror=alert(1)>";
        await using var venue = await PageVenue.OpenAsync();
        SimulatedOrder order = venue.Account.Place(symbol: Hostile, clientAlgoId: Hostile);
        var request = new SimulatedRequest("GET", $"/{Hostile}?symbol={Hostile}&</code><script>alert(1)</script>");
        await venue.Exchange.HandleAsync(request, TestContext.Current.CancellationToken);
        browser.Show(venue.Address);
        browser.Await(".path", Hostile);

        Assert.Equal(Hostile, browser.Find($"{Row(order)} .order .second").Text);
        Assert.Contains(Hostile, browser.Find(".parameters").Text, StringComparison.Ordinal);
        Assert.Empty(browser.FindAll("img, body script"));
        browser.AssertNoErrors(venue.Address);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(941)]
    [InlineData(1261)]
    public async Task The_page_fits_the_screen_and_every_control_has_a_name(int width)
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Account.Place(type: "TRAILING_STOP_MARKET", clientAlgoId: new string('w', 36));
        venue.Account.Place("1000000MOGUSDT").Trigger();
        await venue.Exchange.HandleAsync(new SimulatedRequest("GET", $"/fapi/v1/openAlgoOrders?{new string('w', 500)}"), TestContext.Current.CancellationToken);
        browser.Show(venue.Address, width);
        browser.Await("#requests", "www");

        Assert.Equal(true, browser.Run("return document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.All(browser.FindAll("button, input, select").Where(control => control.Displayed), control =>
            Assert.False(string.IsNullOrWhiteSpace(((WebElement)control).ComputedAccessibleLabel), control.GetDomProperty("outerHTML")));
    }

    [Fact]
    public async Task The_page_shows_that_the_simulator_has_stopped()
    {
        var venue = await PageVenue.OpenAsync();
        try
        {
            browser.Show(venue.Address);
        }
        finally
        {
            await venue.DisposeAsync();
        }

        browser.Await("#live", "Not running");
    }

    private static string Row(SimulatedOrder order) => $"[data-order='{order.AlgoId}']";
}
