using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Query;

/// <summary>A response that contains an order of another symbol is no response to the question.</summary>
public sealed class ForeignSymbolTests
{
    private const string Foreign = """[{"algoId":7,"algoStatus":"NEW","symbol":"BTCUSDT"},{"algoId":8,"algoStatus":"NEW","symbol":"ETHUSDT"}]""";

    [Fact]
    public async Task An_open_list_with_an_order_of_another_symbol_is_not_believed()
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, Foreign));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network);

        await Assert.ThrowsAsync<BinanceApiException>(() => client.ListOpenAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.Equal(2, (await client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_history_with_an_order_of_another_symbol_is_not_believed()
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, Foreign));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network);

        await Assert.ThrowsAsync<BinanceApiException>(async () =>
        {
            await foreach (AlgoOrder order in client.ListHistoryAsync(new AlgoOrderHistoryQuery("BTCUSDT"), TestContext.Current.CancellationToken))
            {
                Assert.Fail($"The listing returned {order.AlgoId}.");
            }
        });
    }

    [Fact]
    public async Task An_order_of_another_symbol_is_never_canceled_with_all_orders_of_a_symbol()
    {
        using var venue = new TestVenue();
        SimulatedOrder foreign = venue.Account.Place("ETHUSDT");
        venue.Exchange.Faults.On(SimulatedOperation.ListOpen).Next(Fault.Respond(
            200, $$"""[{"algoId":{{foreign.AlgoId}},"algoStatus":"NEW","symbol":"ETHUSDT"}]""", executed: true));

        await venue.Time.RunAsync(venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.True(foreign.IsLive);
    }

    [Fact]
    public async Task An_order_without_a_symbol_belongs_to_the_list()
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, """[{"algoId":7,"algoStatus":"NEW"}]"""));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network);

        Assert.Single(await client.ListOpenAsync("BTCUSDT", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_acknowledgement_of_a_placement_in_another_symbol_is_looked_up()
    {
        using var venue = new TestVenue();
        venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Respond(
            200, """{"algoId":1,"clientAlgoId":"my-stop","algoStatus":"NEW","symbol":"ETHUSDT"}""", executed: true));
        var stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m) { ClientAlgoId = "my-stop" };

        AlgoOrder placed = await venue.Time.RunAsync(venue.Client.PlaceAsync(stop, TestContext.Current.CancellationToken));

        Assert.Equal(Assert.Single(venue.Account.Orders).AlgoId, placed.AlgoId);
    }
}
