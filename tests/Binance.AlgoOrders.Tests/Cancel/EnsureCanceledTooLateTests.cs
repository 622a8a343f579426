using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Cancel;

/// <summary>Orders that had triggered or ended before the cancel came.</summary>
public sealed class EnsureCanceledTooLateTests : IDisposable
{
    private readonly TestVenue _venue = new();

    [Fact]
    public async Task An_order_that_has_triggered_names_its_live_child()
    {
        SimulatedOrder stop = _venue.Account.Place();
        long child = stop.Trigger();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(child, Assert.IsType<CancelAlgoOrderOutcome.Triggered>(outcome).Order.ActualOrderId);
        Assert.False(outcome.IsInactive);
    }

    [Fact]
    public async Task An_order_that_is_triggering_is_followed_until_the_child_has_an_id()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.BeginTrigger();
        using ITimer trigger = _venue.Time.CreateTimer(_ => stop.CompleteTrigger(), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(stop.ActualOrderId, Assert.IsType<CancelAlgoOrderOutcome.Triggered>(outcome).Order.ActualOrderId);
        Assert.Single(_venue.Cancels);
    }

    [Fact]
    public async Task An_order_that_keeps_triggering_is_triggered_without_a_child()
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.BeginTrigger();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(AlgoOrderStatus.Triggering, Assert.IsType<CancelAlgoOrderOutcome.Triggered>(outcome).Order.Status);
    }

    [Theory]
    [InlineData(AlgoOrderStatus.Rejected)]
    [InlineData(AlgoOrderStatus.Expired)]
    public async Task An_order_that_had_ended_is_ended(AlgoOrderStatus status)
    {
        SimulatedOrder stop = _venue.Account.Place();
        End(stop, status);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(status, Assert.IsType<CancelAlgoOrderOutcome.Ended>(outcome).Order.Status);
        Assert.True(outcome.IsInactive);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_fired_and_finished_is_triggered(bool filled)
    {
        SimulatedOrder stop = _venue.Account.Place();
        stop.Trigger();
        stop.Finish(filled);

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(AlgoOrderStatus.Finished, Assert.IsType<CancelAlgoOrderOutcome.Triggered>(outcome).Order.Status);
        Assert.False(outcome.IsInactive);
        Assert.Throws<AlgoOrderMayBeActiveException>(outcome.EnsureInactive);
    }

    public void Dispose() => _venue.Dispose();

    private static void End(SimulatedOrder order, AlgoOrderStatus status)
    {
        switch (status)
        {
            case AlgoOrderStatus.Rejected:
                order.BeginTrigger();
                order.Reject();
                break;
            default:
                order.Expire();
                break;
        }
    }
}
