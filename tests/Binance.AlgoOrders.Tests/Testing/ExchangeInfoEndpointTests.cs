using System.Globalization;
using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class ExchangeInfoEndpointTests
{
    private const string Path = "/fapi/v1/exchangeInfo";
    private readonly TestExchange _test = new();

    [Fact]
    public async Task A_contract_has_the_fields_that_were_recorded_live()
    {
        var test = new TestExchange(options: new SimulatedExchangeOptions { Contracts = [SimulatedContract.BtcUsdt] });

        SimulatedResponse response = await test.SendRawAsync("GET", Path, apiKey: null);

        const string Expected = """
            {"timezone":"UTC","serverTime":1772452800000,"futuresType":"U_MARGINED","rateLimits":[
            {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":2400},
            {"rateLimitType":"ORDERS","interval":"MINUTE","intervalNum":1,"limit":1200},
            {"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":300}],
            "exchangeFilters":[],"assets":[{"asset":"USDT","marginAvailable":true,"autoAssetExchange":"-100"}],
            "symbols":[{"symbol":"BTCUSDT","pair":"BTCUSDT","contractType":"PERPETUAL","deliveryDate":4133404800000,"onboardDate":1569398400000,
            "status":"TRADING","maintMarginPercent":"2.5000","requiredMarginPercent":"5.0000","baseAsset":"BTC","quoteAsset":"USDT","marginAsset":"USDT",
            "pricePrecision":2,"quantityPrecision":3,"baseAssetPrecision":8,"quotePrecision":8,"underlyingType":"COIN","underlyingSubType":[],
            "triggerProtect":"0.0500","liquidationFee":"0.012500","marketTakeBound":"0.05","maxMoveOrderLimit":10000,"filters":[
            {"filterType":"PRICE_FILTER","minPrice":"556.80","maxPrice":"4529764","tickSize":"0.10"},
            {"filterType":"LOT_SIZE","minQty":"0.001","maxQty":"1000","stepSize":"0.001"},
            {"filterType":"MARKET_LOT_SIZE","minQty":"0.001","maxQty":"1000","stepSize":"0.001"},
            {"filterType":"MAX_NUM_ORDERS","limit":200},{"filterType":"MAX_NUM_ALGO_ORDERS","limit":10},
            {"filterType":"MIN_NOTIONAL","notional":"100"},
            {"filterType":"PERCENT_PRICE","multiplierUp":"1.0500","multiplierDown":"0.9500","multiplierDecimal":"4"}],
            "orderTypes":["LIMIT","MARKET","STOP","STOP_MARKET","TAKE_PROFIT","TAKE_PROFIT_MARKET","TRAILING_STOP_MARKET"],
            "timeInForce":["GTC","IOC","FOK","GTX","GTD"]}]}
            """;
        Assert.Equal(Expected.ReplaceLineEndings(""), response.BodyText);
    }

    [Fact]
    public async Task By_default_three_contracts_are_listed() => Assert.Equal(["BTCUSDT", "ETHUSDT", "SOLUSDT"], await SymbolsAsync(_test));

    [Fact]
    public async Task Only_contracts_whose_symbol_requests_may_name_are_listed()
    {
        var test = new TestExchange(options: new SimulatedExchangeOptions { Symbols = new HashSet<string>(StringComparer.Ordinal) { "ETHUSDT", "XRPUSDT" } });

        Assert.Equal(["ETHUSDT"], await SymbolsAsync(test));
    }

    [Fact]
    public async Task Every_margin_asset_is_listed_once()
    {
        SimulatedContract[] contracts =
        [
            SimulatedContract.BtcUsdt,
            SimulatedContract.BtcUsdt with { Symbol = "BTCUSDC", QuoteAsset = "USDC" },
            SimulatedContract.EthUsdt,
        ];
        using JsonDocument json = await GetAsync(new TestExchange(options: new SimulatedExchangeOptions { Contracts = contracts }));

        Assert.Equal(["USDT", "USDC"], json.RootElement.GetProperty("assets").EnumerateArray().Select(asset => asset.GetProperty("asset").GetString()));
    }

    [Fact]
    public void A_symbol_cannot_be_listed_twice() => Assert.Throws<ArgumentException>(() =>
        new SimulatedExchange(options: new SimulatedExchangeOptions { Contracts = [SimulatedContract.BtcUsdt, SimulatedContract.BtcUsdt] }));

    [Fact]
    public async Task The_precisions_of_a_default_contract_allow_its_steps()
    {
        using JsonDocument json = await GetAsync(_test);

        Assert.All(json.RootElement.GetProperty("symbols").EnumerateArray(), symbol =>
        {
            AssertAllows(symbol, "pricePrecision", "PRICE_FILTER", "tickSize");
            AssertAllows(symbol, "quantityPrecision", "LOT_SIZE", "stepSize");
        });
    }

    [Fact]
    public async Task It_costs_a_weight_of_one() =>
        Assert.Equal("1", TestExchange.Header(await _test.SendRawAsync("GET", Path, apiKey: null), "X-MBX-USED-WEIGHT-1M"));

    [Fact]
    public async Task The_other_market_does_not_have_it() => Assert.Equal(404, (await _test.SendRawAsync("GET", "/dapi/v1/exchangeInfo")).StatusCode);

    private static void AssertAllows(JsonElement symbol, string precision, string filterType, string step)
    {
        JsonElement filter = symbol.GetProperty("filters").EnumerateArray().Single(other => other.GetProperty("filterType").ValueEquals(filterType));
        decimal size = decimal.Parse(filter.GetProperty(step).GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal(size, decimal.Round(size, symbol.GetProperty(precision).GetInt32()));
    }

    private static async Task<JsonDocument> GetAsync(TestExchange test) => JsonDocument.Parse((await test.SendRawAsync("GET", Path, apiKey: null)).Body);

    private static async Task<IReadOnlyList<string?>> SymbolsAsync(TestExchange test)
    {
        using JsonDocument json = await GetAsync(test);
        return [.. json.RootElement.GetProperty("symbols").EnumerateArray().Select(symbol => symbol.GetProperty("symbol").GetString())];
    }
}
