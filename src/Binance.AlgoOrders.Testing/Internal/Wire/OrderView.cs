namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>An order as a view of the exchange shows it: in its true state, or in an earlier one if the view lags.</summary>
internal sealed class OrderView
{
    private readonly SimulatedOrderChange[] _changes;

    private OrderView(SimulatedOrder order, SimulatedOrderChange[] changes) => (Order, _changes) = (order, changes);

    public SimulatedOrder Order { get; }

    public SimulatedOrderStatus Status => _changes[^1].Status;

    public DateTimeOffset UpdatedAt => _changes[^1].At;

    public DateTimeOffset? TriggeredAt => Array.Find(_changes, static change => change.Status == SimulatedOrderStatus.Triggering)?.At;

    public long? ActualOrderId => Status is SimulatedOrderStatus.Triggered or SimulatedOrderStatus.Finished ? Order.ActualOrderId : null;

    public bool IsFilled => Status == SimulatedOrderStatus.Finished && Order.IsFilled;

    /// <summary>Returns the order in its true state.</summary>
    public static OrderView Current(SimulatedOrder order) => new(order, [.. order.History]);

    /// <summary>Returns the order without the changes of status after a time. The placement is never left out.</summary>
    public static OrderView At(SimulatedOrder order, DateTimeOffset time) =>
        new(order, [.. order.History.Where((change, index) => index == 0 || change.At <= time)]);
}
