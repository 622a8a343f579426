using OpenQA.Selenium;

namespace Binance.AlgoOrders.IntegrationTests.Page;

/// <summary>Tests that a form refuses impossible input with a sentence before it is sent, and keeps the input.</summary>
public class PageFormTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("STOP_MARKET", "symbol=btc", "symbol", "Symbol must be 3 to 20 capital letters")]
    [InlineData("STOP_MARKET", "triggerPrice=58,000", "triggerPrice", "Trigger price must be a number greater than 0 and at most 1000000000, of digits with at most one point, such as 58000.5, but was “58,000”.")]
    [InlineData("STOP_MARKET", "triggerPrice=", "triggerPrice", "Trigger price must be given for STOP_MARKET")]
    [InlineData("STOP_MARKET", "triggerPrice=60000", "triggerPrice", "Trigger price must be below the last price of BTCUSDT, 60000, else STOP_MARKET SELL would trigger immediately (-2021), but was “60000”.")]
    [InlineData("TAKE_PROFIT_MARKET", "triggerPrice=59999", "triggerPrice", "Trigger price must be above the last price of BTCUSDT")]
    [InlineData("STOP_MARKET", "quantity=0", "quantity", "Quantity must be a number greater than 0")]
    [InlineData("STOP_MARKET", "quantity=", "quantity", "Quantity must be given unless the order closes the position")]
    [InlineData("STOP_MARKET", "closePosition=on", "quantity", "Quantity must be empty for an order that closes the position")]
    [InlineData("STOP_MARKET", "price=57000", "price", "Limit price must be empty for STOP_MARKET")]
    [InlineData("STOP_MARKET", "callbackRate=1", "callbackRate", "Callback rate must be empty for STOP_MARKET")]
    [InlineData("STOP_MARKET", "activatePrice=1", "activatePrice", "Activation price must be empty for STOP_MARKET")]
    [InlineData("STOP_MARKET", "clientAlgoId=a#b", "clientAlgoId", "Client id must be 1 to 36 letters")]
    [InlineData("STOP", "", "price", "Limit price must be given for STOP, but it is empty.")]
    [InlineData("TAKE_PROFIT", "", "price", "Limit price must be given for TAKE_PROFIT")]
    [InlineData("STOP", "price=57000 closePosition=on quantity=", "closePosition", "Close position must be off for STOP,")]
    [InlineData("TRAILING_STOP_MARKET", "", "triggerPrice", "Trigger price must be empty for a trailing stop")]
    [InlineData("TRAILING_STOP_MARKET", "triggerPrice=", "callbackRate", "Callback rate must be 0.1 to 20 percent for a trailing stop, but it is empty.")]
    [InlineData("TRAILING_STOP_MARKET", "triggerPrice= callbackRate=25", "callbackRate", "Callback rate must be 0.1 to 20 percent for a trailing stop, but was “25”.")]
    [InlineData("TRAILING_STOP_MARKET", "triggerPrice= callbackRate=1 price=1", "price", "Limit price must be empty for a trailing stop")]
    public async Task An_impossible_order_is_not_sent_and_its_input_stays(string type, string input, string field, string sentence)
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Exchange.SetPrice("BTCUSDT", 60_000m);
        browser.Show(venue.Address);
        Choose(type);
        Array.ForEach(input.Split(' ', StringSplitOptions.RemoveEmptyEntries), change => Enter("#place", change));
        string before = Values("#place");

        browser.Find("#place button").Click();

        browser.Await("#place-problem", sentence);
        Assert.Equal(field, browser.Focused.GetDomAttribute("name"));
        Assert.Equal(("true", "place-problem"), (browser.Focused.GetDomAttribute("aria-invalid"), browser.Focused.GetDomAttribute("aria-describedby")));
        Assert.Equal(before, Values("#place"));
        Assert.DoesNotContain(browser.TakeRequests(), static url => url.EndsWith("/simulator/orders", StringComparison.Ordinal));
        Assert.Empty(venue.Account.Orders);
    }

    [Theory]
    [InlineData("STOP_MARKET", "")]
    [InlineData("STOP_MARKET", "quantity= closePosition=on")]
    [InlineData("STOP", "price=57000")]
    [InlineData("TAKE_PROFIT_MARKET", "triggerPrice=61000")]
    [InlineData("TRAILING_STOP_MARKET", "triggerPrice= callbackRate=1.5 activatePrice=61000")]
    public async Task A_possible_order_of_each_kind_is_placed(string type, string input)
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Exchange.SetPrice("BTCUSDT", 60_000m);
        browser.Show(venue.Address);
        Choose(type);
        Array.ForEach(input.Split(' ', StringSplitOptions.RemoveEmptyEntries), change => Enter("#place", change));

        browser.Find("#place button").Click();

        browser.Await("#orders .type", type);
        Assert.Equal(type, Assert.Single(venue.Account.Orders).Terms.Type);
        Assert.Equal("", browser.Find("#place-problem").Text);
        browser.AssertNoErrors(venue.Address);
    }

    [Fact]
    public async Task A_position_side_is_offered_in_hedge_mode()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Account.IsHedgeMode = true;
        browser.Show(venue.Address);
        browser.Find("#place [name=positionSide]").SendKeys("SHORT");

        browser.Find("#place button").Click();

        browser.Await("#orders .symbol", "BTCUSDT");
        Assert.Equal("SHORT", Assert.Single(venue.Account.Orders).Terms.PositionSide);
    }

    [Fact]
    public async Task A_rejection_of_the_exchange_is_shown_in_the_form_and_its_input_stays()
    {
        await using var venue = await PageVenue.OpenAsync();
        venue.Account.Place(clientAlgoId: "mine");
        browser.Show(venue.Address);
        Enter("#place", "clientAlgoId=mine");

        browser.Find("#place button").Click();

        browser.Await("#place-problem", "The exchange rejects the order with code -4116: ClientOrderId is duplicated.");
        Assert.Equal(("clientAlgoId", "mine"), (browser.Focused.GetDomAttribute("name"), browser.Focused.GetDomProperty("value")));
        Assert.Single(venue.Account.Orders);
    }

    [Fact]
    public async Task A_sentence_disappears_once_the_order_is_placed()
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);
        Enter("#place", "quantity=0");
        browser.Find("#place button").Click();
        browser.Await("#place-problem", "Quantity");
        Enter("#place", "quantity=1");

        browser.Find("#place button").Click();

        browser.Await("#place-problem:empty", "");
        browser.Await("#news", "Placed: STOP_MARKET SELL BTCUSDT");
        Assert.Empty(browser.FindAll("#place [aria-invalid]"));
    }

    [Theory]
    [InlineData("last=58,000", "last", "Last price must be a number")]
    [InlineData("last=0", "last", "Last price must be a number")]
    [InlineData("", "last", "such as 58000.5, but it is empty.")]
    [InlineData("last=1 mark=1e5", "mark", "Mark price must be a number")]
    [InlineData("last=1 symbol=btc", "symbol", "Symbol must be")]
    public async Task An_impossible_price_is_not_sent_and_its_input_stays(string input, string field, string sentence)
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);
        Array.ForEach(input.Split(' ', StringSplitOptions.RemoveEmptyEntries), change => Enter("#price", change));
        string before = Values("#price");

        browser.Find("#price button").Click();

        browser.Await("#price-problem", sentence);
        Assert.Equal((field, before), (browser.Focused.GetDomAttribute("name"), Values("#price")));
        Assert.DoesNotContain(browser.TakeRequests(), static url => url.EndsWith("/price", StringComparison.Ordinal));
        Assert.Empty(venue.Exchange.Prices);
    }

    [Theory]
    [InlineData("count=0", "count", "Requests must be a whole number from 1 to 1000, but was “0”.")]
    [InlineData("count=1.5", "count", "Requests must be a whole number")]
    [InlineData("fault=Banned418 seconds=3601", "seconds", "Seconds must be a number from 0 to 3600")]
    [InlineData("fault=Banned418 seconds=", "seconds", "such as 2.5, but it is empty.")]
    public async Task An_impossible_fault_is_not_armed(string input, string field, string sentence)
    {
        await using var venue = await PageVenue.OpenAsync();
        browser.Show(venue.Address);
        Array.ForEach(input.Split(' '), change => Enter("#arm", change));

        browser.Find("#arm button").Click();

        browser.Await("#arm-problem", sentence);
        Assert.Equal(field, browser.Focused.GetDomAttribute("name"));
        Assert.Empty(venue.Exchange.Faults.Armed);
    }

    private void Choose(string type) => browser.FindAll("#place [name=type] option").Single(option => option.Text == type).Click();

    /// <summary>Enters <c>name=value</c> into a form as a user does.</summary>
    private void Enter(string form, string change)
    {
        string[] pair = change.Split('=');
        IWebElement field = browser.Find($"{form} [name={pair[0]}]");
        switch (field.GetDomProperty("type"))
        {
            case "checkbox":
                field.Click();
                break;
            case "text":
                field.Clear();
                field.SendKeys(pair[1]);
                break;
            default:
                field.SendKeys(pair[1]);
                break;
        }
    }

    private string Values(string form) => (string)browser.Run($"return JSON.stringify([...new FormData(document.querySelector('{form}'))])")!;
}
