using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>Replaces orders by placing the new one first.</summary>
public class PlaceFirstTests
{
    private static readonly Fault NoResponse = Fault.DropBeforeExecuting;

    [Fact]
    public async Task An_order_is_replaced_with_three_requests_and_the_position_is_never_unprotected()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Before("DELETE", "algoOrder", () => Assert.Equal(2, venue.Live.Count));

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync());

        Assert.Equal(["POST algoOrder", "GET openAlgoOrders", "DELETE algoOrder"], venue.Requests);
        Assert.Equal(venue.New!.AlgoId, replaced.Placed.AlgoId);
        Assert.Equal([venue.New!], venue.Live);
        Assert.True(replaced.IsProtected);
        Assert.Same(replaced, replaced.EnsureProtected());
    }

    [Theory]
    [InlineData(-2021)]
    [InlineData(-4142)]
    [InlineData(-4045)]
    [InlineData(-1111)]
    public async Task An_order_whose_replacement_is_refused_is_kept(int errorCode)
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.Faults.On("POST").Next(Fault.Respond(400, $$"""{"code":{{errorCode}},"msg":"Refused."}""", executed: false));

        var kept = Assert.IsType<ReplaceAlgoOrderOutcome.Kept>(await venue.ReplaceAsync(ReplaceSequence.PlaceFirst));

        Assert.Equal(errorCode, Assert.IsType<BinanceApiException>(Assert.IsType<PlaceAlgoOrderOutcome.Refused>(kept.Refusal).Error).ErrorCode);
        Assert.Equal([venue.Old], venue.Live);
        Assert.Equal(venue.Old.AlgoId, kept.Current.AlgoId);
        Assert.True(kept.IsProtected);
    }

    [Fact]
    public async Task A_replacement_that_ends_at_once_leaves_the_current_order_alone()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Before("GET", "openAlgoOrders", () => venue.New!.Expire());

        var kept = Assert.IsType<ReplaceAlgoOrderOutcome.Kept>(await venue.ReplaceAsync());

        Assert.IsType<PlaceAlgoOrderOutcome.Ended>(kept.Refusal);
        Assert.Equal([venue.Old], venue.Live);
    }

    [Fact]
    public async Task A_replacement_that_Binance_loses_leaves_the_current_order_alone()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Before("GET", "openAlgoOrders", () => venue.New!.Vanish());

        var unknown = Assert.IsType<ReplaceAlgoOrderOutcome.Unknown>(await venue.ReplaceAsync());

        Assert.IsType<PlaceAlgoOrderOutcome.Unknown>(unknown.Replacement);
        Assert.IsType<CancelAlgoOrderOutcome.StillOpen>(unknown.CurrentOutcome);
        Assert.True(unknown.IsProtected);
        Assert.Equal([venue.Old], venue.Live);
    }

    [Fact]
    public async Task A_replacement_that_is_known_not_to_be_placed_in_time_leaves_the_current_order_alone()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.Faults.On("POST").Next(50, NoResponse);

        Assert.IsType<ReplaceAlgoOrderOutcome.Kept>(await venue.ReplaceAsync());

        Assert.Equal([venue.Old], venue.Live);
    }

    [Fact]
    public async Task A_replacement_in_doubt_leaves_the_current_order_alone()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.Faults.On("POST").Next(50, NoResponse);
        ReplaceAlgoOrderRequest request = ReplaceAlgoOrderRequest.For(venue.Current, venue.Replacement) with { Timeout = TimeSpan.FromSeconds(5) };

        var unknown = Assert.IsType<ReplaceAlgoOrderOutcome.Unknown>(await venue.ReplaceAsync(request));

        Assert.True(unknown.IsProtected);
        Assert.DoesNotContain("DELETE algoOrder", venue.Requests);
        Assert.Equal([venue.Old], venue.Live);
    }

    [Fact]
    public async Task Lost_responses_of_both_halves_are_found_out()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.Faults.On("POST").Next(Fault.ExecuteThenDrop);
        venue.Exchange.Faults.On("DELETE").Next(Fault.ExecuteThenDrop);

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync());

        Assert.Equal(CancelEvidence.Queried, Assert.IsType<CancelAlgoOrderOutcome.Canceled>(replaced.CurrentOutcome).Evidence);
        Assert.Equal([venue.New!], venue.Live);
        Assert.Equal(2, venue.Account.Orders.Count);
    }

    [Fact]
    public async Task A_replacement_is_canceled_again_if_the_current_order_triggers_before_its_cancel()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Before("DELETE", "algoOrder", () => venue.Old.Trigger());

        var triggered = Assert.IsType<ReplaceAlgoOrderOutcome.CurrentTriggered>(await venue.ReplaceAsync());

        Assert.Equal(venue.Old.ActualOrderId, triggered.Order.ActualOrderId);
        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(triggered.Replacement);
        Assert.Equal(SimulatedOrderStatus.Canceled, venue.New!.Status);
        Assert.Null(triggered.IsProtected);
    }

    [Fact]
    public async Task A_replacement_that_triggers_too_is_named()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Before("DELETE", "algoOrder", () =>
        {
            venue.Old.Trigger();
            venue.New!.Trigger();
        });

        var triggered = Assert.IsType<ReplaceAlgoOrderOutcome.CurrentTriggered>(await venue.ReplaceAsync());

        Assert.Equal(venue.New!.ActualOrderId, Assert.IsType<CancelAlgoOrderOutcome.Triggered>(triggered.Replacement).Order.ActualOrderId);
    }

    [Fact]
    public async Task A_refusal_beside_a_current_order_that_triggered_says_that_it_triggered()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.SetPrice("BTCUSDT", 58_500m);
        venue.Before("POST", "algoOrder", () => venue.Old.Trigger());

        var triggered = Assert.IsType<ReplaceAlgoOrderOutcome.CurrentTriggered>(await venue.ReplaceAsync());

        Assert.Null(triggered.Replacement);
    }

    [Fact]
    public async Task A_refusal_beside_a_current_order_that_ended_leaves_the_position_unprotected()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.SetPrice("BTCUSDT", 58_500m);
        venue.Before("POST", "algoOrder", venue.Old.Cancel);

        var unprotected = Assert.IsType<ReplaceAlgoOrderOutcome.Unprotected>(await venue.ReplaceAsync());

        Assert.False(unprotected.IsProtected);
        Assert.Same(unprotected, Assert.Throws<PositionMayBeUnprotectedException>(unprotected.EnsureProtected).Outcome);
        Assert.Empty(venue.Live);
    }

    [Fact]
    public async Task Two_live_orders_are_named_if_the_current_one_cannot_be_canceled()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.Faults.On("DELETE").Next(200, Fault.Respond(503, """{"code":-1008,"msg":"Request throttled."}""", executed: false));

        var both = Assert.IsType<ReplaceAlgoOrderOutcome.Both>(await venue.ReplaceAsync());

        Assert.Equal((venue.New!.AlgoId, venue.Old.AlgoId), (both.Placed.AlgoId, both.Current.AlgoId));
        Assert.Equal(2, venue.Live.Count);
    }

    [Fact]
    public async Task A_replacement_that_triggers_at_once_leaves_the_position_to_its_child_order()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Before("GET", "openAlgoOrders", () => venue.New!.Trigger());

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync());

        Assert.Null(replaced.IsProtected);
        Assert.Equal(venue.New!.ActualOrderId, replaced.Placed.ActualOrderId);
        Assert.Empty(venue.Live);
    }
}
