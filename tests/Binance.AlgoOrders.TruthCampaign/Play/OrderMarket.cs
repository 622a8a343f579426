using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Brings an order to a state, and moves it on.</summary>
internal static class OrderMarket
{
    public static SimulatedOrder Place(SimulatedExchange exchange, SimulatedAccount account, OrderPlan plan)
    {
        SimulatedOrder order = account.Place(plan.Terms with { CreatedAt = plan.Age == TimeSpan.Zero ? null : exchange.Now - plan.Age });
        foreach (MarketMoveKind move in WayTo(plan.State))
        {
            Apply(order, move);
        }

        return order;
    }

    /// <summary>Moves the order on, unless it has gone another way meanwhile.</summary>
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

    private static MarketMoveKind[] WayTo(SimulatedOrderStatus state) => state switch
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
