using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Places orders and brings them into a status.</summary>
internal static class Orders
{
    public static SimulatedOrder In(SimulatedOrderStatus status, SimulatedAccount account, DateTimeOffset? createdAt = null)
    {
        SimulatedOrder order = account.Place(createdAt: createdAt);
        switch (status)
        {
            case SimulatedOrderStatus.Canceled:
                order.Cancel();
                break;
            case SimulatedOrderStatus.Expired:
                order.Expire();
                break;
            case SimulatedOrderStatus.Triggering:
                order.BeginTrigger();
                break;
            case SimulatedOrderStatus.Rejected:
                order.BeginTrigger();
                order.Reject();
                break;
            case SimulatedOrderStatus.Triggered:
                order.Trigger();
                break;
            case SimulatedOrderStatus.Finished:
                order.Trigger();
                order.Finish();
                break;
            default:
                break;
        }

        return order;
    }
}
