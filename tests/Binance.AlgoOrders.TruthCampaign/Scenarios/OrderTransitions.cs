using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Places an order in a state and applies market moves to it.</summary>
internal static class OrderTransitions
{
    public static SimulatedOrder Place(SimulatedExchange exchange, SimulatedAccount account, OrderPlan plan)
    {
        DateTimeOffset? createdAt = plan.Age == TimeSpan.Zero ? null : exchange.Now - plan.Age;
        SimulatedOrder order = account.Place(plan.Terms with { CreatedAt = createdAt });
        foreach (MarketMoveKind move in MovesTo(plan.State))
        {
            Apply(order, move);
        }

        return order;
    }

    /// <summary>Applies a move if the status of the order allows it.</summary>
    public static void Apply(SimulatedOrder order, MarketMoveKind move)
    {
        switch (move, order.Status)
        {
            case (MarketMoveKind.Trigger, SimulatedOrderStatus.New):
                order.Trigger();
                break;
            case (MarketMoveKind.BeginTrigger, SimulatedOrderStatus.New):
                order.BeginTrigger();
                break;
            case (MarketMoveKind.CompleteTrigger, SimulatedOrderStatus.Triggering):
                order.CompleteTrigger();
                break;
            case (MarketMoveKind.Reject, SimulatedOrderStatus.Triggering):
                order.Reject();
                break;
            case (MarketMoveKind.Finish, SimulatedOrderStatus.Triggered):
                order.Finish();
                break;
            case (MarketMoveKind.Expire, SimulatedOrderStatus.New):
                order.Expire();
                break;
            case (MarketMoveKind.CancelElsewhere, SimulatedOrderStatus.New):
                order.Cancel();
                break;
        }
    }

    private static MarketMoveKind[] MovesTo(SimulatedOrderStatus state) => state switch
    {
        SimulatedOrderStatus.Triggering => [MarketMoveKind.BeginTrigger],
        SimulatedOrderStatus.Triggered => [MarketMoveKind.Trigger],
        SimulatedOrderStatus.Finished => [MarketMoveKind.Trigger, MarketMoveKind.Finish],
        SimulatedOrderStatus.Canceled => [MarketMoveKind.CancelElsewhere],
        SimulatedOrderStatus.Rejected => [MarketMoveKind.BeginTrigger, MarketMoveKind.Reject],
        SimulatedOrderStatus.Expired => [MarketMoveKind.Expire],
        _ => [],
    };
}
