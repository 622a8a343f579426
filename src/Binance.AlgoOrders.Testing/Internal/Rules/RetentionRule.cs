using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>The time after its placement for which an order can be queried: 3 days if it ended unfilled, otherwise 90 days.</summary>
internal static class RetentionRule
{
    // A canceled or expired order of this exchange never has a fill, because only triggered orders can have one.
    public static bool IsKept(OrderView view, DateTimeOffset now)
    {
        var retention = view.Status switch
        {
            SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired => TimeSpan.FromDays(3),
            _ => TimeSpan.FromDays(90),
        };
        return now - view.Order.CreatedAt <= retention;
    }
}
