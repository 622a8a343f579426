namespace Binance.AlgoOrders.Testing;

/// <summary>One step in the life of an order.</summary>
/// <param name="Status">What the order became.</param>
/// <param name="At">When, on the exchange's clock.</param>
public sealed record SimulatedOrderChange(SimulatedOrderStatus Status, DateTimeOffset At);
