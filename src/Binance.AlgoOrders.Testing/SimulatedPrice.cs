namespace Binance.AlgoOrders.Testing;

/// <summary>The prices of a contract in its quote asset.</summary>
/// <param name="Last">The price of the last trade, which orders with the working type CONTRACT_PRICE follow.</param>
/// <param name="Mark">The mark price, which orders with the working type MARK_PRICE follow.</param>
public sealed record SimulatedPrice(decimal Last, decimal Mark);
