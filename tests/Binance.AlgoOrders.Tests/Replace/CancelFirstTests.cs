using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>Replaces orders by canceling the current one first, and over a bridge.</summary>
public class CancelFirstTests
{
    [Fact]
    public async Task Two_orders_that_close_the_position_are_never_open_at_once()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync());

        Assert.Equal(["DELETE algoOrder", "POST algoOrder", "GET openAlgoOrders"], venue.Requests);
        Assert.True(replaced.IsProtected);
        Assert.Equal([venue.New!], venue.Live);
    }

    [Theory]
    [InlineData(-4130)]
    [InlineData(-4045)]
    public async Task An_order_that_is_refused_beside_the_current_one_is_placed_after_its_cancel(int errorCode)
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Exchange.Faults.On("POST").Next(Fault.Respond(400, $$"""{"code":{{errorCode}},"msg":"Refused."}""", executed: false));

        Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync());

        Assert.Equal(["POST algoOrder", "DELETE algoOrder", "POST algoOrder", "GET openAlgoOrders"], venue.Requests);
    }

    [Fact]
    public async Task The_current_order_is_restored_if_the_replacement_is_refused()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Exchange.SetPrice("BTCUSDT", 58_500m);

        var restored = Assert.IsType<ReplaceAlgoOrderOutcome.Restored>(await venue.ReplaceAsync());

        Assert.Equal(venue.Other.AlgoId, restored.Order.AlgoId);
        Assert.Equal((venue.Old.Terms with { ClientAlgoId = venue.Other.ClientAlgoId }, venue.Other.ClientAlgoId), (venue.Other.Terms with { }, restored.RestoredClientAlgoId));
        Assert.Equal([venue.Other], venue.Live);
        Assert.True(restored.IsProtected);
    }

    [Fact]
    public async Task A_price_at_which_the_current_order_would_trigger_at_once_leaves_the_position_unprotected()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("POST", "algoOrder", () => venue.Exchange.SetPrice("BTCUSDT", 57_000m));

        var unprotected = Assert.IsType<ReplaceAlgoOrderOutcome.Unprotected>(await venue.ReplaceAsync());

        Assert.False(unprotected.IsProtected);
        Assert.Empty(venue.Live);
        Assert.Null(unprotected.RestoredClientAlgoId);
    }

    [Fact]
    public async Task Nothing_is_restored_if_that_is_not_wanted()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Exchange.SetPrice("BTCUSDT", 58_500m);

        Assert.IsType<ReplaceAlgoOrderOutcome.Unprotected>(
            await venue.ReplaceAsync(ReplaceAlgoOrderRequest.For(venue.Current, venue.Replacement) with { RestoreOnRefusal = false }));

        Assert.Equal(2, venue.Requests.Count());
    }

    [Fact]
    public async Task Nothing_is_placed_after_a_current_order_that_has_triggered()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Old.Trigger();

        var triggered = Assert.IsType<ReplaceAlgoOrderOutcome.CurrentTriggered>(await venue.ReplaceAsync());

        Assert.Null(triggered.Replacement);
        Assert.Null(venue.New);
    }

    [Fact]
    public async Task Nothing_is_placed_instead_of_an_order_that_was_read_after_its_trigger()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();
        venue.Old.Trigger();
        AlgoOrder triggered = venue.Current with { Status = AlgoOrderStatus.Triggered };

        Assert.IsType<ReplaceAlgoOrderOutcome.CurrentTriggered>(await venue.ReplaceAsync(ReplaceAlgoOrderRequest.For(triggered, venue.Replacement)));

        Assert.Null(venue.New);
    }

    [Fact]
    public async Task Nothing_is_placed_while_the_current_order_is_live()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Exchange.Faults.On("DELETE").Next(200, Fault.Respond(503, """{"code":-1008,"msg":"Request throttled."}""", executed: false));

        var kept = Assert.IsType<ReplaceAlgoOrderOutcome.Kept>(await venue.ReplaceAsync());

        Assert.Null(kept.Refusal);
        Assert.Null(venue.New);
    }

    [Fact]
    public async Task Nothing_is_placed_while_the_current_order_is_in_doubt()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Exchange.Faults.On("DELETE").Next(200, Fault.DropBeforeExecuting);
        venue.Exchange.Faults.On("GET").Next(200, Fault.DropBeforeExecuting);

        var unknown = Assert.IsType<ReplaceAlgoOrderOutcome.Unknown>(await venue.ReplaceAsync());

        Assert.Null(unknown.Replacement);
        Assert.Null(unknown.IsProtected);
        Assert.NotNull(unknown.MayExecuteUntil);
        Assert.Null(venue.New);
    }

    [Fact]
    public async Task A_bridge_protects_the_position_at_every_moment()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Exchange.Faults.Next(Enumerable.Repeat(Fault.BeforeExecuting(() => Assert.NotEmpty(venue.Live)), 6).ToArray());

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.Equal(["POST algoOrder", "GET openAlgoOrders", "DELETE algoOrder", "POST algoOrder", "GET openAlgoOrders", "DELETE algoOrder"], venue.Requests);
        Assert.Equal((59_000m, 0.02m, true), (venue.Other.Terms.TriggerPrice, venue.Other.Terms.Quantity, venue.Other.Terms.ReduceOnly));
        Assert.Equal([venue.New!], venue.Live);
        Assert.Null(replaced.BridgeClientAlgoId);
    }

    [Fact]
    public async Task A_refused_bridge_leaves_the_current_order_alone()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Exchange.SetPrice("BTCUSDT", 58_500m);

        var kept = Assert.IsType<ReplaceAlgoOrderOutcome.Kept>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.IsType<PlaceAlgoOrderOutcome.Refused>(kept.Refusal);
        Assert.Equal([venue.Old], venue.Live);
    }

    [Fact]
    public async Task A_bridge_is_canceled_if_the_current_order_triggers()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("DELETE", "algoOrder", () => venue.Old.Trigger());

        var triggered = Assert.IsType<ReplaceAlgoOrderOutcome.CurrentTriggered>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.Null(triggered.Replacement);
        Assert.Null(triggered.BridgeClientAlgoId);
        Assert.Empty(venue.Live);
    }

    [Fact]
    public async Task A_bridge_that_triggers_before_it_is_canceled_is_named_beside_the_replacement()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("DELETE", "algoOrder", () => venue.Before("DELETE", "algoOrder", () => venue.Other.Trigger()));

        var replaced = Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.True(replaced.IsProtected);
        Assert.Equal([venue.New!], venue.Live);
        Assert.Equal(venue.Other.ClientAlgoId, replaced.BridgeClientAlgoId);
    }

    [Fact]
    public async Task A_bridge_that_triggers_at_once_leaves_the_current_order_alone()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("GET", "openAlgoOrders", () => venue.Other.Trigger());

        var kept = Assert.IsType<ReplaceAlgoOrderOutcome.Kept>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.IsType<PlaceAlgoOrderOutcome.Triggered>(kept.Refusal);
        Assert.Equal([venue.Old], venue.Live);
        Assert.Equal(venue.Other.ClientAlgoId, kept.BridgeClientAlgoId);
    }

    [Fact]
    public async Task A_bridge_that_triggers_at_once_is_all_that_is_left_if_the_current_order_is_canceled_elsewhere()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("GET", "openAlgoOrders", () =>
        {
            venue.Other.Trigger();
            venue.Old.Cancel();
        });

        var unprotected = Assert.IsType<ReplaceAlgoOrderOutcome.Unprotected>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.Null(unprotected.IsProtected);
        Assert.IsType<PlaceAlgoOrderOutcome.Triggered>(unprotected.Refusal);
        Assert.Equal(venue.Other.ClientAlgoId, unprotected.BridgeClientAlgoId);
    }

    [Fact]
    public async Task A_bridge_stays_if_neither_order_can_be_placed()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("DELETE", "algoOrder", () => RefuseNext(venue, 2));

        var unprotected = Assert.IsType<ReplaceAlgoOrderOutcome.Unprotected>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.Null(unprotected.IsProtected);
        Assert.Equal(venue.Live.Single().ClientAlgoId, unprotected.BridgeClientAlgoId);
    }

    [Fact]
    public async Task A_bridge_is_canceled_after_the_current_order_was_restored()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();
        venue.Before("DELETE", "algoOrder", () => RefuseNext(venue, 1));

        var restored = Assert.IsType<ReplaceAlgoOrderOutcome.Restored>(await venue.ReplaceAsync(bridgeQuantity: 0.02m));

        Assert.Equal(restored.RestoredClientAlgoId, venue.Live.Single().ClientAlgoId);
        Assert.Null(restored.BridgeClientAlgoId);
    }

    private static void RefuseNext(ReplaceVenue venue, int count) =>
        venue.Exchange.Faults.On("POST").Next(count, Fault.Respond(400, """{"code":-2021,"msg":"Order would immediately trigger."}""", executed: false));
}
