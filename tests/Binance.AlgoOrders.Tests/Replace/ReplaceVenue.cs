using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>A venue with one current stop that the client has read, and the replacement of it.</summary>
internal sealed class ReplaceVenue : IDisposable
{
    private readonly TestVenue _venue = new();
    private int _requestsBefore;

    private ReplaceVenue(SimulatedOrderTerms terms, NewAlgoOrder replacement) => (Old, Replacement) = (_venue.Account.Place(terms), replacement);

    public SimulatedExchange Exchange => _venue.Exchange;

    public SimulatedAccount Account => _venue.Account;

    public ManualTimeProvider Time => _venue.Time;

    public AlgoOrderClient Client => _venue.Client;

    /// <summary>Gets the current order on the exchange.</summary>
    public SimulatedOrder Old { get; }

    /// <summary>Gets the current order as the client has read it.</summary>
    public AlgoOrder Current { get; private set; } = null!;

    public NewAlgoOrder Replacement { get; }

    /// <summary>Gets the replacement on the exchange, or null if it was not placed.</summary>
    public SimulatedOrder? New => Account.FindOrder(Replacement.ClientAlgoId);

    /// <summary>Gets the bridge or the restored order on the exchange, which has a client id of its own.</summary>
    public SimulatedOrder Other => Account.Orders.Single(order => order != Old && order != New);

    public IReadOnlyList<SimulatedOrder> Live => Account.LiveOrders;

    /// <summary>Gets the requests of the test, such as <c>POST algoOrder</c>.</summary>
    public IEnumerable<string> Requests => Exchange.Requests.Skip(_requestsBefore).Select(record => $"{record.Method} {record.Path["/fapi/v1/".Length..]}");

    /// <summary>Creates a venue with a stop of 0.01 BTC, of which two may be open.</summary>
    public static Task<ReplaceVenue> CreateAsync() => CreateAsync(
        new SimulatedOrderTerms { TriggerPrice = 58_000m, Quantity = 0.01m, ReduceOnly = true, ClientAlgoId = "old-stop" },
        new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 59_000m) { ClientAlgoId = "new-stop", Position = OrderPosition.OneWay(reduceOnly: true) });

    /// <summary>Creates a venue with a stop that closes the position, of which only one may be open.</summary>
    public static Task<ReplaceVenue> CreateClosingAsync() => CreateAsync(
        new SimulatedOrderTerms { TriggerPrice = 58_000m, Quantity = 0, ClosePosition = true, ClientAlgoId = "old-stop" },
        new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 59_000m) { ClientAlgoId = "new-stop" });

    public static async Task<ReplaceVenue> CreateAsync(SimulatedOrderTerms terms, NewAlgoOrder replacement)
    {
        var venue = new ReplaceVenue(terms, replacement);
        AlgoOrder? current = await venue.Time.RunAsync(venue.Client.FindAsync(AlgoOrderId.FromAlgoId(venue.Old.AlgoId), TestContext.Current.CancellationToken));
        venue.Current = current!;
        await venue.Time.RunAsync(venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken));
        venue._requestsBefore = venue.Exchange.Requests.Count;
        return venue;
    }

    public Task<ReplaceAlgoOrderOutcome> ReplaceAsync(ReplaceSequence sequence = ReplaceSequence.Automatic, decimal? bridgeQuantity = null) =>
        ReplaceAsync(ReplaceAlgoOrderRequest.For(Current, Replacement) with { Sequence = sequence, BridgeQuantity = bridgeQuantity });

    public Task<ReplaceAlgoOrderOutcome> ReplaceAsync(ReplaceAlgoOrderRequest request) => Time.RunAsync(Client.ReplaceAsync(request, TestContext.Current.CancellationToken));

    /// <summary>Lets an action happen directly before the next request of a kind is executed.</summary>
    public void Before(string method, string path, Action action) => Exchange.Faults.On(method, $"/fapi/v1/{path}").Next(Fault.BeforeExecuting(action));

    public void Dispose() => _venue.Dispose();
}
