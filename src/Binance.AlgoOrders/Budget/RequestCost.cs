namespace Binance.AlgoOrders;

/// <summary>What a request takes of the limits.</summary>
/// <param name="Weight">Its weight, which Binance counts per address and minute. Zero or more.</param>
/// <param name="Priority">What it is for.</param>
/// <param name="CountsAsOrder">Whether it counts on the account's limits of orders, of 10 seconds and of a minute.</param>
public readonly record struct RequestCost(int Weight, RequestPriority Priority, bool CountsAsOrder);
