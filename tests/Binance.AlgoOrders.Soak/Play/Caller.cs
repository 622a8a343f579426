using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>Makes one call after the other on the shared client. A caller calls for the same order again until it is not live any more.</summary>
internal sealed class Caller(Venue venue, string name, Dice dice)
{
    private static readonly TimeSpan LongestTriggerDelay = TimeSpan.FromMilliseconds(30);

    private readonly List<MadeCall> _calls = [];
    private SimulatedOrder? _unfinished;

    /// <summary>The calls in the order in which they were made.</summary>
    public IReadOnlyList<MadeCall> Calls => _calls;

    public async Task CallAsync()
    {
        while (!venue.IsClosing)
        {
            bool isUnfinished = _unfinished is not null;
            MadeCall call = _unfinished is { } order ? CreateOrderCall(order, OrderCallKind.EnsureCanceled) : DrawCall();
            if (isUnfinished)
            {
                await call.MakeAsync(cancelAfter: null);
            }
            else
            {
                Task trigger = dice.Chance(0.05) ? TriggerSoonAsync(call.Order) : Task.CompletedTask;
                await call.MakeAsync(DrawCancelAfter());
                await trigger;
            }

            _calls.Add(call);
            _unfinished = call.Order is { IsLive: true } live ? live : null;
            await Task.Delay(dice.Between(TimeSpan.Zero, venue.Plan.LongestPause), CancellationToken.None);
        }
    }

    private MadeCall DrawCall()
    {
        if (dice.Chance(0.08) && venue.TryTakePlace())
        {
            return new PlaceCall(venue, $"{name}-{_calls.Count}");
        }

        SimulatedOrder order = venue.Account.Place(Venue.Symbol, clientAlgoId: $"{name}-{_calls.Count}");
        if (dice.Chance(0.08))
        {
            MoveMarket(order, dice.Chance(0.6));
        }

        return CreateOrderCall(order, dice.OneOf(OrderCallKind.EnsureCanceled, OrderCallKind.EnsureCanceled, OrderCallKind.Cancel, OrderCallKind.Find));
    }

    private OrderCall CreateOrderCall(SimulatedOrder order, OrderCallKind kind) => new(
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

    // A call without faults takes a few milliseconds, one with a retry hundreds.
    private TimeSpan? DrawCancelAfter() => dice.Chance(0.25)
        ? dice.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(dice.OneOf(4, 40, 400)))
        : null;

    private async Task TriggerSoonAsync(SimulatedOrder? order)
    {
        await Task.Delay(dice.Between(TimeSpan.Zero, LongestTriggerDelay), CancellationToken.None);
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
            // The order has been canceled meanwhile.
        }
    }
}
