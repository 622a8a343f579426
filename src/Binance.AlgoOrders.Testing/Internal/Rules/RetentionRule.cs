namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>How long after its placing an order can still be queried.</summary>
internal static class RetentionRule
{
    private static readonly TimeSpan WhenEndedUnfilled = TimeSpan.FromDays(3);
    private static readonly TimeSpan AtAll = TimeSpan.FromDays(90);

    // A canceled or expired order of this exchange never has a fill: only a triggered one can have, and that one finishes.
    public static bool IsKept(SimulatedOrder order, DateTimeOffset now)
    {
        TimeSpan kept = order.Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired ? WhenEndedUnfilled : AtAll;
        return now - order.CreatedAt <= kept;
    }
}
