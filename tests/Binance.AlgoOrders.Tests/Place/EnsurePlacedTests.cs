using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Place;

/// <summary>Places orders and confirms them in the open orders.</summary>
public sealed class EnsurePlacedTests : IDisposable
{
    private const string Failure = """{"code":-1000,"msg":"An unknown error occurred while processing the request."}""";

    private static readonly NewAlgoOrder Stop =
        new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m) { ClientAlgoId = "my-stop" };

    private readonly TestVenue _venue = new();

    private SimulatedOrder Order => _venue.Account.FindOrder("my-stop")!;

    private IEnumerable<string> Requests => _venue.Exchange.Requests.Select(record => $"{record.Method} {record.Path}");

    [Fact]
    public async Task An_accepted_order_is_confirmed_by_one_list()
    {
        var resting = Assert.IsType<PlaceAlgoOrderOutcome.Resting>(await EnsurePlacedAsync());

        Assert.Equal((Order.AlgoId, AlgoOrderStatus.New), (resting.Order.AlgoId, resting.Order.Status.Known));
        Assert.Equal(["POST /fapi/v1/algoOrder", "GET /fapi/v1/openAlgoOrders"], Requests);
        Assert.Null(resting.MayExecuteUntil);
    }

    [Fact]
    public async Task An_order_whose_response_is_lost_is_found_and_confirmed()
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);

        var resting = Assert.IsType<PlaceAlgoOrderOutcome.Resting>(await EnsurePlacedAsync());

        Assert.Equal(Order.AlgoId, resting.Order.AlgoId);
        Assert.Single(_venue.Account.Orders);
    }

    [Theory]
    [InlineData(-2021)]
    [InlineData(-4142)]
    public async Task A_rejected_order_is_refused_and_not_looked_up(int errorCode)
    {
        _venue.Exchange.SetPrice("BTCUSDT", 57_999m);
        _venue.Exchange.ImmediateTriggerErrorCode = errorCode;

        var refused = Assert.IsType<PlaceAlgoOrderOutcome.Refused>(await EnsurePlacedAsync());

        Assert.Equal(errorCode, Assert.IsType<BinanceApiException>(refused.Error).ErrorCode);
        Assert.Equal(ExecutionStatus.NotExecuted, refused.Error.Execution);
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task An_order_of_which_every_request_is_lost_may_be_placed_until_the_last_one_expires()
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(50, Fault.DropBeforeExecuting);

        var unknown = Assert.IsType<PlaceAlgoOrderOutcome.Unknown>(await EnsurePlacedAsync(Stop with { Timeout = TimeSpan.FromSeconds(2) }));

        Assert.Null(unknown.LastSeen);
        Assert.InRange(unknown.MayExecuteUntil!.Value, _venue.Exchange.Now, _venue.Exchange.Now + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_accepted_order_that_Binance_loses_is_unknown_once_no_later_lookup_shows_more()
    {
        OnList(order => order.Vanish());
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var unknown = Assert.IsType<PlaceAlgoOrderOutcome.Unknown>(await EnsurePlacedAsync());

        Assert.Equal((Order.AlgoId, AlgoOrderStatus.New), (unknown.LastSeen!.AlgoId, unknown.LastSeen.Status.Known));
        Assert.Contains(Order.ClientAlgoId, unknown.LastError.Message, StringComparison.Ordinal);
        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task An_order_that_every_view_shows_later_than_VisibilityLag_is_awaited()
    {
        _venue.Exchange.PlacementViewDelays = new SimulatedViewDelays { Query = TimeSpan.FromSeconds(3), List = TimeSpan.FromSeconds(3) };

        Assert.IsType<PlaceAlgoOrderOutcome.Resting>(await EnsurePlacedAsync());
    }

    [Fact]
    public async Task An_order_that_the_list_does_not_show_yet_is_awaited()
    {
        _venue.Exchange.PlacementViewDelays = new SimulatedViewDelays { Query = TimeSpan.Zero, List = TimeSpan.FromSeconds(5) };

        Assert.IsType<PlaceAlgoOrderOutcome.Resting>(await EnsurePlacedAsync());

        Assert.True(_venue.Exchange.Now >= Order.ListedFrom);
    }

    [Fact]
    public async Task An_order_that_triggers_at_once_is_triggered()
    {
        OnList(order => order.Trigger());

        var triggered = Assert.IsType<PlaceAlgoOrderOutcome.Triggered>(await EnsurePlacedAsync());

        Assert.Equal(Order.ActualOrderId, triggered.Order.ActualOrderId);
    }

    [Fact]
    public async Task An_order_that_is_still_triggering_at_the_end_is_triggered()
    {
        OnList(order => order.BeginTrigger());

        var triggered = Assert.IsType<PlaceAlgoOrderOutcome.Triggered>(await EnsurePlacedAsync());

        Assert.Equal(AlgoOrderStatus.Triggering, triggered.Order.Status.Known);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_ends_at_once_has_ended(bool isCanceled)
    {
        OnList(order => (isCanceled ? (Action)order.Cancel : order.Expire)());

        var ended = Assert.IsType<PlaceAlgoOrderOutcome.Ended>(await EnsurePlacedAsync());

        Assert.Equal(Order.AlgoId, ended.Order.AlgoId);
    }

    [Fact]
    public async Task A_list_that_fails_is_read_again()
    {
        _venue.Exchange.Faults.On("GET", "/fapi/v1/openAlgoOrders").Next(2, Fault.Respond(500, Failure, executed: false));

        Assert.IsType<PlaceAlgoOrderOutcome.Resting>(await EnsurePlacedAsync());
    }

    [Fact]
    public async Task A_list_of_another_symbol_confirms_nothing()
    {
        const string OtherSymbol = """[{"algoId":1,"clientAlgoId":"my-stop","symbol":"ETHUSDT","algoStatus":"NEW"}]""";
        _venue.Exchange.Faults.On("GET", "/fapi/v1/openAlgoOrders").Next(50, Fault.Respond(200, OtherSymbol, executed: false));

        Assert.IsType<PlaceAlgoOrderOutcome.Unknown>(await EnsurePlacedAsync());
    }

    [Fact]
    public async Task A_key_that_may_not_read_ends_the_confirmation_at_once()
    {
        _venue.Exchange.Faults.On("GET").Next(50, Fault.Respond(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", executed: false));
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var unknown = Assert.IsType<PlaceAlgoOrderOutcome.Unknown>(await EnsurePlacedAsync());

        Assert.Equal(start, _venue.Time.GetUtcNow());
        Assert.IsType<BinanceApiException>(unknown.LastError.InnerException);
    }

    [Fact]
    public async Task Match_calls_the_function_of_the_case()
    {
        PlaceAlgoOrderOutcome resting = await EnsurePlacedAsync();
        AlgoOrder order = ((PlaceAlgoOrderOutcome.Resting)resting).Order;
        var error = new BinanceApiException("", ExecutionStatus.NotExecuted, System.Net.HttpStatusCode.BadRequest);
        PlaceAlgoOrderOutcome[] outcomes =
        [
            resting,
            new PlaceAlgoOrderOutcome.Triggered(order),
            new PlaceAlgoOrderOutcome.Ended(order),
            new PlaceAlgoOrderOutcome.Refused(error),
            new PlaceAlgoOrderOutcome.Unknown(error, order),
        ];

        Assert.Equal([1, 2, 3, 4, 5], outcomes.Select(outcome => outcome.Match(_ => 1, _ => 2, _ => 3, _ => 4, _ => 5)));
    }

    [Fact]
    public async Task An_invalid_order_is_refused_before_anything_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("order", () => _venue.Client.EnsurePlacedAsync(null!, TestContext.Current.CancellationToken));
        Assert.Empty(_venue.Exchange.Requests);
    }

    public void Dispose() => _venue.Dispose();

    private void OnList(Action<SimulatedOrder> change) =>
        _venue.Exchange.Faults.On("GET", "/fapi/v1/openAlgoOrders").Next(Fault.BeforeExecuting(() => change(Order)));

    private Task<PlaceAlgoOrderOutcome> EnsurePlacedAsync(NewAlgoOrder? order = null) =>
        _venue.Time.RunAsync(_venue.Client.EnsurePlacedAsync(order ?? Stop, TestContext.Current.CancellationToken));
}
