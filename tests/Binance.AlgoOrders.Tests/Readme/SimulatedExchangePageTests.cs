using System.Globalization;
using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Testing.Internal.Endpoints;
using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Tests.Conventions;
using Binance.AlgoOrders.Tests.Readme.Guides;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The page about the simulated exchange has everything that the exchange has, and nothing else.</summary>
public partial class SimulatedExchangePageTests
{
    private readonly MarkdownFile _page = new("src/Binance.AlgoOrders/docs/simulated-exchange.md");

    [Fact]
    public void Every_endpoint_is_on_the_page_with_its_markets_and_its_weight()
    {
        Endpoint[] endpoints = [.. EndpointTable.All.Where(endpoint => !endpoint.IsWebSocketMethod)];
        HashSet<string> inBoth = [.. endpoints.Where(endpoint => endpoint.Market == SimulatedMarket.CoinMargined).Select(NameOf)];

        AssertSame(
            endpoints.Where(endpoint => endpoint.Market == SimulatedMarket.UsdMargined)
                .Select(endpoint => $"`{endpoint.Method} {endpoint.Path}` {(inBoth.Contains(NameOf(endpoint)) ? "both" : "USDⓈ-M")} {WeightOf(endpoint)}"),
            _page.Table("endpoint").Select(cells => $"{cells[0]} {cells[1]} {cells[2]}"));
    }

    [Fact]
    public void Every_method_of_the_WebSocket_API_is_on_the_page_with_its_weight() => AssertSame(
        EndpointTable.All.Where(endpoint => endpoint.IsWebSocketMethod).Select(endpoint => $"`{endpoint.Method}` {WeightOf(endpoint)}"),
        _page.Table("method").Select(cells => $"{cells[0]} {cells[1]}"));

    [Fact]
    public void Every_event_is_on_the_page() => AssertSame(
        [PushEvent.OrderUpdate, PushEvent.TradeUpdate, PushEvent.AccountUpdate, PushEvent.ListenKeyExpired], _page.FirstColumn("event"));

    [Fact]
    public void Every_error_code_is_on_the_page() => AssertSame(
        SourcePackage.Of("src/Binance.AlgoOrders.Testing").Files
            .SelectMany(file => file.Text.Split('\n'))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => ErrorCode().Matches(line))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal),
        _page.FirstColumn("code"));

    [Theory]
    [InlineData("endpoint", 3)]
    [InlineData("method", 2)]
    [InlineData("event", 1)]
    [InlineData("fact", 1)]
    public void Every_row_has_a_source(string table, int column) =>
        Assert.All(_page.Table(table), cells => Assert.NotEmpty(cells[column]));

    [Fact]
    public void The_stricter_exchange_of_the_page_takes_commissions()
    {
        SimulatedAccount account = SimulatedExchangeGuideCode.Strict(new ManualTimeProvider());
        account.PlaceOrdinary(new SimulatedOrdinaryTerms { Quantity = 1m }).Fill(50_000m);

        Assert.Equal(20m, Assert.Single(account.Trades).Commission);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> documented) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));

    private static string NameOf(Endpoint endpoint) => $"{endpoint.Method} {endpoint.Name} {endpoint.Version.ToString(CultureInfo.InvariantCulture)}";

    private static string WeightOf(Endpoint endpoint)
    {
        string weight = endpoint.Weight.ToString(CultureInfo.InvariantCulture);
        return endpoint.WeightWithoutSymbol is { } without ? string.Create(CultureInfo.InvariantCulture, $"{weight}, or {without} without a symbol") : weight;
    }

    [GeneratedRegex(@"(?<![\w.)])-[1-9][0-9]{3}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorCode();
}
