using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Places an order in a state and applies market moves to it.</summary>
internal static class OrderTransitions
{
    /// <summary>Places an order of the plan, after its predecessor, and brings it into its state, each at its time in the past.</summary>
    public static SimulatedOrder Place(ScenarioEnvironment environment, OrderPlan plan)
    {
        SimulatedOrderTerms terms = plan.Terms;
        if (plan.Predecessor is { } predecessor)
        {
            SimulatedOrder older = Place(environment, terms, (plan.Age + predecessor.Before, plan.Age + (predecessor.Before / 2)), predecessor.State);
            terms = terms with { ClientAlgoId = older.ClientAlgoId };
        }

        return Place(environment, terms, (plan.Age, plan.Age / 2), plan.State);
    }

    /// <summary>Places an order and brings it into a state.</summary>
    /// <param name="environment">The scenario.</param>
    /// <param name="terms">The terms of the order.</param>
    /// <param name="ago">The times since its placement and since its changes of status.</param>
    /// <param name="state">The status.</param>
    public static SimulatedOrder Place(ScenarioEnvironment environment, SimulatedOrderTerms terms, (TimeSpan Placement, TimeSpan Changes) ago, SimulatedOrderStatus state)
    {
        SimulatedViewDelays? delays = ago.Placement == TimeSpan.Zero ? terms.ViewDelays : WorldGenerator.VisibleAtOnce;
        SimulatedOrder order = environment.InThePast(ago.Placement, () => environment.Account.Place(terms with { ViewDelays = delays }));
        return environment.InThePast(ago.Changes, () =>
        {
            foreach (MarketMoveKind move in MovesTo(state))
            {
                Apply(order, move);
            }

            return order;
        });
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
            case (MarketMoveKind.Replace, SimulatedOrderStatus.New):
                order.Cancel();
                PlaceAgain(order);
                break;
            case (MarketMoveKind.PlaceAgain, _):
                PlaceAgain(order);
                break;
            case (MarketMoveKind.Hide, _):
                order.IsHiddenFromQueries = true;
                break;
        }
    }

    /// <summary>Cancels an order as its owner does in another program, if it is still NEW.</summary>
    public static void Cancel(SimulatedOrder? order)
    {
        if (order is not null)
        {
            Apply(order, MarketMoveKind.CancelElsewhere);
        }
    }

    private static void PlaceAgain(SimulatedOrder order)
    {
        if (order.Account.FindOrder(order.ClientAlgoId) is not { IsLive: true })
        {
            order.Account.Place(order.Terms with { ClientAlgoId = order.ClientAlgoId, CreatedAt = null, ViewDelays = null });
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
