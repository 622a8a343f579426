using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Conventions;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

public class ReadmeTests
{
    [Fact]
    public void The_README_is_short() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(SourceFolders.Root, "README.md")).Length, 1, 170);

    [Fact]
    public void An_exchange_in_three_lines_has_a_stop() => Assert.Equal(58_000m, TestingReadmeCode.ThreeLines().Terms.TriggerPrice);

    [Fact]
    public Task The_truth_of_the_Testing_readme_is_true() => TestingReadmeCode.WithClientAsync(TestingReadmeCode.TruthAsync);

    [Fact]
    public Task The_price_of_the_Testing_readme_rejects_an_order() =>
        TestingReadmeCode.WithClientAsync((_, exchange, _, client) => TestingReadmeCode.RejectByPriceAsync(exchange, client));

    [Fact]
    public Task The_market_of_the_Testing_readme_moves_as_it_says() => TestingReadmeCode.WithClientAsync(TestingReadmeCode.MarketAsync);

    [Fact]
    public void The_views_of_the_Testing_readme_lag_as_it_says()
    {
        var exchange = new SimulatedExchange();
        TestingReadmeCode.Lag(exchange, exchange.AddAccount());
    }

    [Fact]
    public void The_price_of_the_Testing_readme_triggers_the_stop()
    {
        var exchange = new SimulatedExchange();
        TestingReadmeCode.Price(exchange, exchange.AddAccount());
    }

    [Fact]
    public void The_options_of_the_Testing_readme_are_accepted() =>
        Assert.Equal(["BTCUSDT", "ETHUSDT"], TestingReadmeCode.Strict().Contracts.Select(contract => contract.Symbol));

    [Fact]
    public async Task The_event_of_the_Testing_readme_is_lost()
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        var request = new SimulatedRequest("POST", "/fapi/v1/listenKey", [new("X-MBX-APIKEY", account.ApiKey)]);
        SimulatedResponse response = await exchange.HandleAsync(request, TestContext.Current.CancellationToken);
        TestingReadmeCode.Push(exchange, account, response.BodyText.Split('"')[3]);
    }

    [Fact]
    public async Task The_container_of_the_Testing_readme_reaches_the_exchange_on_its_clock()
    {
        var time = new ManualTimeProvider();
        var exchange = new SimulatedExchange(time);
        SimulatedAccount account = exchange.AddAccount();
        AlgoOrderClient client = TestingReadmeCode.FromContainer(new ServiceCollection(), time, exchange, account);

        await TestingReadmeCode.TruthAsync(time, exchange, account, client);
    }
}
