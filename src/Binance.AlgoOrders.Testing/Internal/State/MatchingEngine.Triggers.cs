using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing.Internal.State;

// Triggered orders and the placement of their child orders.
internal sealed partial class MatchingEngine
{
    private static bool CanReduce(SimulatedAccount account, SimulatedOrdinaryTerms child) =>
        account.PositionsIn(child.Market).Of(child.Symbol, child.PositionSide).ReducibleBy(child.Side) > 0;

    // An order that cannot reduce anything, or whose account has no margin, is rejected by the matching engine. One that closes the position ends without it.
    private void Trigger(SimulatedOrder order)
    {
        if (order.Status != SimulatedOrderStatus.New)
        {
            return;
        }

        SimulatedOrdinaryTerms child = SimulatedOrdinaryTerms.OfChild(order);
        if (child.ClosePosition && !CanReduce(order.Account, child))
        {
            order.Expire();
            return;
        }

        order.BeginTrigger();
        if (state.TriggeringDuration > TimeSpan.Zero)
        {
            OneShotTimer.Start(state.Time, state.TriggeringDuration, () => state.Read(() => PlaceChild(order)));
            return;
        }

        PlaceChild(order);
    }

    private bool PlaceChild(SimulatedOrder order)
    {
        // A test may have placed or rejected the child order meanwhile.
        if (order.Status != SimulatedOrderStatus.Triggering)
        {
            return false;
        }

        SimulatedOrdinaryTerms child = SimulatedOrdinaryTerms.OfChild(order);
        bool isAccepted = child.IsReducing ? CanReduce(order.Account, child) : order.Account.HasMargin;
        if (isAccepted)
        {
            order.PlaceChild(placed => Match(placed, isNew: true));
        }
        else
        {
            order.Reject();
        }

        return isAccepted;
    }
}
