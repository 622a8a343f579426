using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Query;

/// <summary>An order whose id, status or symbol cannot be read is never left out of a list in silence.</summary>
public sealed class UnreadableOrdersTests : IDisposable
{
    private const string Unreadable = """{"algoId":1.5,"algoStatus":"NEW"}""";
    private readonly TestVenue _venue = new(options => options.MaxRetryAttempts = 0);

    public static TheoryData<string> Elements =>
    [
        RecordedOrder.With("algoId", "null"),
        RecordedOrder.With("algoId", "\"first\""),
        RecordedOrder.With("algoId", "2000000183677643.0"),
        RecordedOrder.With("algoId", "-1"),
        RecordedOrder.With("algoId", "9223372036854775808"),
        RecordedOrder.With("clientAlgoId", "{}"),
        RecordedOrder.With("clientAlgoId", "true"),
        RecordedOrder.With("clientAlgoId", "\"\\uD800\""),
        RecordedOrder.With("algoStatus", "0"),
        RecordedOrder.With("algoStatus", "null"),
        RecordedOrder.With("algoStatus", "\" \""),
        RecordedOrder.With("symbol", "7"),
        RecordedOrder.With("symbol", "[\"ACHUSDT\"]"),
        RecordedOrder.With("symbol", "\" \""),
        RecordedOrder.WithAlso("\"algoId\":2000000183677643"),
        RecordedOrder.WithAlso("\"algoStatus\":\"CANCELED\""),
        RecordedOrder.WithAlso("\"symbol\":\"ACHUSDT\""),
        "null",
        "[]",
        "{}",
    ];

    [Theory]
    [MemberData(nameof(Elements))]
    public async Task A_list_with_an_unreadable_order_throws_and_the_exception_has_the_others(string element)
    {
        string other = RecordedOrder.With("algoId", "7");
        var exception = await Assert.ThrowsAsync<UnreadableAlgoOrdersException>(() => RecordedOrder.ListAsync($"[{RecordedOrder.Json},{element},{other}]"));

        Assert.Equal([RecordedOrder.AlgoId, 7L], exception.Orders.Select(order => order.AlgoId));
        Assert.Equal(1, exception.UnreadableCount);
        Assert.EndsWith("The id, status or symbol of 1 of 3 orders could not be read.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public async Task An_unreadable_order_alone_is_an_unexpected_response(string body) =>
        await Assert.ThrowsAsync<BinanceApiException>(() => RecordedOrder.FindAsync(body));

    [Fact]
    public async Task A_history_with_an_unreadable_order_throws_and_the_exception_has_the_others_of_the_page()
    {
        var exception = await Assert.ThrowsAsync<UnreadableAlgoOrdersException>(() => RecordedOrder.CallAsync(
            $"[{RecordedOrder.Json},{Unreadable}]",
            async client => await client.ListHistoryAsync(new AlgoOrderHistoryQuery(RecordedOrder.Symbol), TestContext.Current.CancellationToken).GetAsyncEnumerator().MoveNextAsync()));

        Assert.Equal(RecordedOrder.AlgoId, Assert.Single(exception.Orders).AlgoId);
    }

    [Fact]
    public async Task An_order_of_another_symbol_makes_no_list_even_beside_an_unreadable_one() => Assert.IsType<BinanceApiException>(
        await Record.ExceptionAsync(() => RecordedOrder.ListAsync($"[{RecordedOrder.With("symbol", "\"ETHUSDT\"")},{Unreadable}]")));

    [Fact]
    public async Task Absence_from_a_list_with_an_unreadable_order_is_no_proof_that_an_order_is_not_found()
    {
        RespondToLists($"[{Unreadable}]");

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(42) with { Symbol = "BTCUSDT" });

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome);
    }

    [Fact]
    public async Task An_order_that_is_seen_beside_an_unreadable_one_is_found()
    {
        RespondToLists($$"""[{{Unreadable}},{"algoId":42,"algoStatus":"NEW","symbol":"BTCUSDT"}]""");

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(42) with { Symbol = "BTCUSDT" });

        Assert.Equal(42, outcome switch
        {
            CancelAlgoOrderOutcome.StillOpen open => open.Order.AlgoId,
            CancelAlgoOrderOutcome.Unknown unknown => unknown.LastSeen?.AlgoId,
            _ => null,
        });
    }

    [Fact]
    public async Task A_symbol_is_not_clear_while_its_list_has_an_unreadable_order()
    {
        RespondToLists($"[{Unreadable}]");

        CancelAllAlgoOrdersOutcome outcome = await _venue.Time.RunAsync(_venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.False(outcome.IsClear);
    }

    [Fact]
    public async Task An_order_beside_an_unreadable_one_is_canceled_with_all_orders_of_a_symbol()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.On("DELETE", "/fapi/v1/algoOpenOrders").Next(int.MaxValue, Fault.InternalError503);
        RespondToLists($$"""[{"algoId":{{stop.AlgoId}},"algoStatus":"NEW","symbol":"BTCUSDT"},null]""");

        CancelAllAlgoOrdersOutcome outcome = await _venue.Time.RunAsync(_venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.False(stop.IsLive);
        Assert.False(outcome.IsClear);
    }

    [Fact]
    public async Task A_new_order_is_not_called_not_placed_while_the_list_has_an_unreadable_order()
    {
        var stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.DropBeforeExecuting);
        RespondToLists($"[{Unreadable}]");

        AlgoOrderException exception = await Assert.ThrowsAnyAsync<AlgoOrderException>(
            () => _venue.Time.RunAsync(_venue.Client.PlaceAsync(stop, TestContext.Current.CancellationToken)));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    public void Dispose() => _venue.Dispose();

    private void RespondToLists(string body) =>
        _venue.Exchange.Faults.On(SimulatedOperation.ListOpen).Next(int.MaxValue, Fault.Respond(200, body, executed: true));
}
