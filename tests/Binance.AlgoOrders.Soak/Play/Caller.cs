using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>One of those who share the client: makes one call after the other, and goes on about an order until it is gone.</summary>
internal sealed class Caller(Venue venue, string name, Dice dice)
{
    private static readonly TimeSpan LongestMarket = TimeSpan.FromMilliseconds(30);

    private readonly List<MadeCall> _calls = [];
    private SimulatedOrder? _unfinished;

    /// <summary>All that it did, in order.</summary>
    public IReadOnlyList<MadeCall> Calls => _calls;

    public async Task CallAsync()
    {
        while (!venue.IsClosing)
        {
            bool isUnfinished = _unfinished is not null;
            MadeCall call = _unfinished is { } order ? About(order, OrderCallKind.EnsureCanceled) : Draw();
            Task market = !isUnfinished && dice.Chance(0.05) ? TriggerSoonAsync(call.Order) : Task.CompletedTask;
            await call.MakeAsync(isUnfinished ? null : DrawPatience());
            await market;
            _calls.Add(call);
            _unfinished = call.Order is { IsLive: true } live ? live : null;
            await Task.Delay(dice.Between(TimeSpan.Zero, venue.Plan.LongestPause), CancellationToken.None);
        }
    }

    private MadeCall Draw()
    {
        if (dice.Chance(0.08) && venue.TakePlace())
        {
            return new PlaceCall(venue, $"{name}-{_calls.Count}");
        }

        SimulatedOrder order = venue.Account.Place(Venue.Symbol, clientAlgoId: $"{name}-{_calls.Count}");
        if (dice.Chance(0.08))
        {
            MoveMarket(order, dice.Chance(0.6));
        }

        return About(order, dice.OneOf(OrderCallKind.EnsureCanceled, OrderCallKind.EnsureCanceled, OrderCallKind.Cancel, OrderCallKind.Find));
    }

    private OrderCall About(SimulatedOrder order, OrderCallKind kind) => new(
        venue,
        kind,
        new CallPlan
        {
            Order = 0,
            ByClientAlgoId = dice.Chance(0.5),
            Symbol = dice.Chance(0.5) ? Venue.Symbol : null,
            RecvWindow = venue.TakeWindow(),
            Timeout = null,
            StartsAt = TimeSpan.Zero,
            GivesUpAfter = null,
            IsSingleCancel = kind == OrderCallKind.Cancel,
        },
        order);

    // A call that nothing happens to takes a few milliseconds, one that waits for its repetition hundreds.
    private TimeSpan? DrawPatience() => dice.Chance(0.25)
        ? dice.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(dice.OneOf(4, 40, 400)))
        : null;

    private async Task TriggerSoonAsync(SimulatedOrder? order)
    {
        await Task.Delay(dice.Between(TimeSpan.Zero, LongestMarket), CancellationToken.None);
        if (order is not null)
        {
            MoveMarket(order, triggers: true);
        }
    }

    private static void MoveMarket(SimulatedOrder order, bool triggers)
    {
        try
        {
            if (triggers)
            {
                order.Trigger();
            }
            else
            {
                order.Expire();
            }
        }
        catch (InvalidOperationException)
        {
            // A cancel was faster.
        }
    }
}
