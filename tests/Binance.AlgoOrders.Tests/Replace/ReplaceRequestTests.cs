using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>Describes replacements, and replaces orders of which only the id is known.</summary>
public class ReplaceRequestTests
{
    private static readonly AlgoOrder Current = new()
    {
        AlgoId = 7,
        ClientAlgoId = "old-stop",
        Status = AlgoOrderStatus.New,
        Symbol = "BTCUSDT",
        Side = OrderSide.Sell,
        PositionSide = PositionSide.Both,
    };

    private static readonly NewAlgoOrder Replacement = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(1m), 59_000m) { ClientAlgoId = "new-stop" };

    public static TheoryData<string, NewAlgoOrder> OfAnotherPosition { get; } = new()
    {
        { "symbol of the replacement must be BTCUSDT", new NewAlgoOrder.StopMarket("ETHUSDT", OrderSide.Sell, OrderAmount.Of(1m), 1m) },
        { "side of the replacement must be Sell", new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Buy, OrderAmount.Of(1m), 1m) },
        { "positionSide of the replacement must be Both", Replacement with { Position = OrderPosition.Long } },
        { "must have a client id of its own", Replacement with { ClientAlgoId = "old-stop" } },
    };

    [Theory]
    [MemberData(nameof(OfAnotherPosition))]
    public void A_replacement_of_another_position_is_refused(string message, NewAlgoOrder replacement)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(nameof(replacement), () => ReplaceAlgoOrderRequest.For(Current, replacement));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_client_id_of_the_current_order_is_refused() =>
        Assert.Throws<ArgumentException>("replacement", () => ReplaceAlgoOrderRequest.ById(AlgoOrderId.FromClientAlgoId("new-stop"), Replacement));

    [Fact]
    public void Null_and_values_outside_their_range_are_refused()
    {
        ReplaceAlgoOrderRequest request = ReplaceAlgoOrderRequest.For(Current, Replacement);
        Assert.Throws<ArgumentNullException>(() => ReplaceAlgoOrderRequest.For(null!, Replacement));
        Assert.Throws<ArgumentNullException>(() => ReplaceAlgoOrderRequest.For(Current, null!));
        Assert.Throws<ArgumentNullException>(() => ReplaceAlgoOrderRequest.ById(null!, Replacement));
        Assert.Throws<ArgumentOutOfRangeException>(() => request with { Sequence = (ReplaceSequence)7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => request with { BridgeQuantity = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => request with { Timeout = TimeSpan.Zero });
    }

    [Fact]
    public async Task A_bridge_without_a_quantity_or_for_an_order_with_a_quantity_is_refused_before_anything_is_sent()
    {
        using ReplaceVenue closing = await ReplaceVenue.CreateClosingAsync();
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>("request", () => closing.ReplaceAsync(ReplaceSequence.Bridge));
        await Assert.ThrowsAsync<ArgumentException>("request", () => venue.ReplaceAsync(ReplaceSequence.Bridge, bridgeQuantity: 1m));

        Assert.Empty(closing.Requests.Concat(venue.Requests));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_of_which_only_the_id_is_known_is_read_first(bool isClientId)
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        AlgoOrderId id = isClientId ? AlgoOrderId.FromClientAlgoId("old-stop") : AlgoOrderId.FromAlgoId(venue.Old.AlgoId);

        Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync(ReplaceAlgoOrderRequest.ById(id, venue.Replacement)));

        Assert.Equal(["GET openAlgoOrders", "POST algoOrder", "GET openAlgoOrders", "DELETE algoOrder"], venue.Requests);
    }

    [Fact]
    public async Task An_order_is_placed_instead_of_one_that_Binance_does_not_know()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync(ReplaceAlgoOrderRequest.ById(AlgoOrderId.FromAlgoId(1), venue.Replacement)));

        Assert.IsType<CancelAlgoOrderOutcome.NotFound>(replaced.CurrentOutcome);
        Assert.Equal(venue.New!.AlgoId, replaced.Placed.AlgoId);
    }

    [Fact]
    public async Task A_client_id_that_has_no_order_is_replaced_too()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Old.Cancel();
        venue.Time.Advance(TimeSpan.FromSeconds(10));

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync(ByClientId(venue)));

        Assert.Equal(venue.Old.AlgoId, Assert.IsType<CancelAlgoOrderOutcome.NotFound>(replaced.CurrentOutcome).EarlierOrder!.AlgoId);
        Assert.Equal([venue.New!], venue.Live);
    }

    [Fact]
    public async Task An_order_of_the_same_client_id_that_another_party_places_meanwhile_hides_the_current_one()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Old.Cancel();
        venue.Time.Advance(TimeSpan.FromSeconds(10));
        venue.Before("GET", "algoOrder", () =>
        {
            venue.Time.Advance(TimeSpan.FromSeconds(1));
            venue.Account.Place(venue.Old.Terms);
        });

        var unknown = Assert.IsType<ReplaceAlgoOrderOutcome.Unknown>(await venue.ReplaceAsync(ByClientId(venue)));

        Assert.IsType<CancelAlgoOrderOutcome.NotFound>(unknown.CurrentOutcome);
        Assert.True(unknown.IsProtected);
    }

    [Fact]
    public async Task A_clock_that_was_not_synchronized_is_read_before_anything_is_placed()
    {
        using var venue = new TestVenue();
        venue.Exchange.ClockSkew = TimeSpan.FromHours(-1);
        venue.Exchange.Faults.On("POST").Next(Fault.DropBeforeExecuting);
        AlgoOrder current = Current with { CreateTime = venue.Exchange.Now };

        ReplaceAlgoOrderOutcome outcome = await venue.Time.RunAsync(
            venue.Client.ReplaceAsync(ReplaceAlgoOrderRequest.For(current, Replacement), TestContext.Current.CancellationToken));

        Assert.EndsWith("/time", venue.Exchange.Requests[0].Path, StringComparison.Ordinal);
        Assert.Null(outcome.MayExecuteUntil);
    }

    [Theory]
    [InlineData("POST", "algoOrder", true, false)]
    [InlineData("GET", "openAlgoOrders", true, false)]
    [InlineData("DELETE", "algoOrder", true, true)]
    public async Task The_token_of_the_caller_ends_the_call_and_the_exception_says_what_was_sent(string method, string path, bool isPlaced, bool isCanceled)
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), venue.Time);
        venue.Exchange.Faults.On(method, $"/fapi/v1/{path}").Next(10, Fault.DelayBeforeExecuting(TimeSpan.FromSeconds(1)));

        ReplaceCanceledException canceled = await Assert.ThrowsAsync<ReplaceCanceledException>(
            () => venue.Time.RunAsync(venue.Client.ReplaceAsync(ReplaceAlgoOrderRequest.For(venue.Current, venue.Replacement), cancellation.Token)));

        Assert.Equal(cancellation.Token, canceled.CancellationToken);
        Assert.Equal((AlgoOrderId.FromAlgoId(venue.Old.AlgoId), "new-stop"), (canceled.CurrentId, canceled.ReplacementClientAlgoId));
        Assert.Equal((isPlaced, isCanceled), (canceled.Outcome.Replacement is not null, canceled.Outcome.CurrentOutcome is not null));
        Assert.True(canceled.Outcome.MayExecuteUntil > venue.Exchange.Now);
    }

    private static ReplaceAlgoOrderRequest ByClientId(ReplaceVenue venue) => ReplaceAlgoOrderRequest.ById(AlgoOrderId.FromClientAlgoId("old-stop"), venue.Replacement);

    [Fact]
    public void Match_calls_the_function_of_the_case()
    {
        var refused = new PlaceAlgoOrderOutcome.Refused(new BinanceApiException("", ExecutionStatus.NotExecuted, System.Net.HttpStatusCode.BadRequest));
        var ended = new CancelAlgoOrderOutcome.Ended(Current);
        ReplaceAlgoOrderOutcome[] outcomes =
        [
            new ReplaceAlgoOrderOutcome.Replaced(Current, ended),
            new ReplaceAlgoOrderOutcome.Kept(Current, refused),
            new ReplaceAlgoOrderOutcome.Restored(Current, refused),
            new ReplaceAlgoOrderOutcome.Unprotected(ended, refused),
            new ReplaceAlgoOrderOutcome.CurrentTriggered(Current, Replacement: null),
            new ReplaceAlgoOrderOutcome.Both(Current, Current),
            new ReplaceAlgoOrderOutcome.Unknown(refused, ended),
        ];

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], outcomes.Select(outcome => outcome.Match(_ => 1, _ => 2, _ => 3, _ => 4, _ => 5, _ => 6, _ => 7)));
        Assert.Equal([true, true, true, false, null, true, null], outcomes.Select(outcome => outcome.IsProtected));
    }
}
