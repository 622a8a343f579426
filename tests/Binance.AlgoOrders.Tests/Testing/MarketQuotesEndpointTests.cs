using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class MarketQuotesEndpointTests
{
    private const string MarkPrice = "/fapi/v1/premiumIndex";
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData("/fapi/v1/ticker/price")]
    [InlineData("/fapi/v2/ticker/price")]
    public async Task The_ticker_has_the_price_of_the_symbol(string path)
    {
        _test.Exchange.SetPrice("BTCUSDT", 60_000.10m);

        Assert.Equal("""{"symbol":"BTCUSDT","price":"60000.10","time":1772452800000}""", (await GetAsync($"{path}?symbol=BTCUSDT")).BodyText);
    }

    [Fact]
    public async Task Without_a_symbol_the_ticker_has_all_contracts_that_have_a_price()
    {
        _test.Exchange.SetPrice("SOLUSDT", 140m);
        _test.Exchange.SetPrice("BTCUSDT", 60_000m);

        const string Expected = """
            [{"symbol":"BTCUSDT","price":"60000","time":1772452800000},{"symbol":"SOLUSDT","price":"140","time":1772452800000}]
            """;
        Assert.Equal(Expected, (await GetAsync("/fapi/v1/ticker/price")).BodyText);
    }

    [Fact]
    public async Task The_mark_price_has_the_fields_of_the_documentation()
    {
        _test.Exchange.SetPrice("BTCUSDT", 60_000.1m);

        const string Expected = """
            {"symbol":"BTCUSDT","markPrice":"60000.10000000","indexPrice":"60000.10000000","estimatedSettlePrice":"60000.10000000",
            "lastFundingRate":"0.00010000","interestRate":"0.00010000","nextFundingTime":1772467200000,"time":1772452800000}
            """;
        Assert.Equal(Expected.ReplaceLineEndings(""), (await GetAsync($"{MarkPrice}?symbol=BTCUSDT")).BodyText);
    }

    [Theory]
    [InlineData("2026-03-02T15:59:59Z", 1772467200000)]
    [InlineData("2026-03-02T16:00:00Z", 1772496000000)]
    [InlineData("2026-03-03T00:00:00Z", 1772524800000)]
    public async Task Funding_is_paid_every_eight_hours(string now, long nextFundingTime)
    {
        var test = new TestExchange(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        test.Exchange.SetPrice("BTCUSDT", 60_000m);

        SimulatedResponse response = await test.SendRawAsync("GET", $"{MarkPrice}?symbol=BTCUSDT", apiKey: null);

        Assert.Contains($"\"nextFundingTime\":{nextFundingTime},", response.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_price_the_list_is_empty() => Assert.Equal("[]", (await GetAsync(MarkPrice)).BodyText);

    [Fact]
    public async Task A_symbol_that_is_no_listed_contract_may_have_a_price()
    {
        _test.Exchange.SetPrice("BNBUSDT", 750m);

        Assert.Equal(200, (await GetAsync($"{MarkPrice}?symbol=BNBUSDT")).StatusCode);
    }

    [Theory]
    [InlineData("/fapi/v1/ticker/price?symbol=BTCUSDT", -1121, "Invalid symbol.")]
    [InlineData(MarkPrice + "?symbol=btcusdt", -1121, "Invalid symbol.")]
    [InlineData(MarkPrice + "?symbol=", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    public async Task A_symbol_without_a_price_is_rejected(string target, int errorCode, string message) =>
        TestExchange.AssertRejected(await GetAsync(target), 400, errorCode, message);

    [Theory]
    [InlineData("/fapi/v1/ticker/price?symbol=BTCUSDT", "1")]
    [InlineData("/fapi/v2/ticker/price", "2")]
    [InlineData(MarkPrice + "?symbol=BTCUSDT", "1")]
    [InlineData(MarkPrice, "10")]
    public async Task All_symbols_cost_more_than_one(string target, string weight) =>
        Assert.Equal(weight, TestExchange.Header(await GetAsync(target), "X-MBX-USED-WEIGHT-1M"));

    [Fact]
    public async Task A_request_is_recorded_with_its_operation()
    {
        await GetAsync("/fapi/v2/ticker/price");
        await GetAsync(MarkPrice);

        Assert.Equal([SimulatedOperation.TickerPrice, SimulatedOperation.MarkPrice], _test.Exchange.Requests.Select(record => record.Operation));
    }

    private Task<SimulatedResponse> GetAsync(string target) => _test.SendRawAsync("GET", target, apiKey: null);
}
