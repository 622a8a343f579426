using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Replace;

/// <summary>Measures in the record of the exchange how long the position is without an order, if every request takes one round trip.</summary>
public class ProtectionTests
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(80);

    [Fact]
    public async Task Placing_first_protects_the_position_at_every_moment()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateAsync();

        Assert.Equal(TimeSpan.Zero, await MeasureUnprotectedAsync(venue, ReplaceSequence.PlaceFirst));
    }

    [Fact]
    public async Task A_bridge_protects_the_position_at_every_moment()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();

        Assert.Equal(TimeSpan.Zero, await MeasureUnprotectedAsync(venue, ReplaceSequence.Bridge, bridgeQuantity: 0.01m));
    }

    [Fact]
    public async Task Canceling_first_leaves_the_position_without_an_order_for_one_round_trip()
    {
        using ReplaceVenue venue = await ReplaceVenue.CreateClosingAsync();

        Assert.Equal(RoundTrip, await MeasureUnprotectedAsync(venue, ReplaceSequence.CancelFirst));
    }

    private static async Task<TimeSpan> MeasureUnprotectedAsync(ReplaceVenue venue, ReplaceSequence sequence, decimal? bridgeQuantity = null)
    {
        venue.Exchange.Faults.Next(10, Fault.DelayBeforeExecuting(RoundTrip));
        Assert.IsType<ReplaceAlgoOrderOutcome.Replaced>(await venue.ReplaceAsync(sequence, bridgeQuantity));

        (DateTimeOffset From, DateTimeOffset To)[] live = [.. venue.Account.Orders.Select(LifeOf).OrderBy(life => life.From)];
        TimeSpan unprotected = TimeSpan.Zero;
        DateTimeOffset coveredUntil = live[0].To;
        foreach ((DateTimeOffset from, DateTimeOffset to) in live.Skip(1))
        {
            unprotected += TimeSpan.FromTicks(Math.Max(0, (from - coveredUntil).Ticks));
            coveredUntil = coveredUntil > to ? coveredUntil : to;
        }

        Assert.Equal(DateTimeOffset.MaxValue, coveredUntil);
        return unprotected;
    }

    private static (DateTimeOffset From, DateTimeOffset To) LifeOf(SimulatedOrder order) =>
        (order.CreatedAt, order.Status == SimulatedOrderStatus.New ? DateTimeOffset.MaxValue : order.History[^1].At);
}
