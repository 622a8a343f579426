namespace Binance.AlgoOrders.Testing;

/// <summary>A change of an order's status.</summary>
/// <param name="Status">The new status.</param>
/// <param name="At">The time of the change, on the exchange's clock.</param>
public sealed record SimulatedOrderChange(SimulatedOrderStatus Status, DateTimeOffset At);
