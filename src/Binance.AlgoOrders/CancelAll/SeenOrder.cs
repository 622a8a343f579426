namespace Binance.AlgoOrders;

/// <summary>An order that a list contained.</summary>
/// <param name="Order">The order as it was last seen.</param>
/// <param name="At">The time at which the first list that contained it was requested, measured from the beginning of the call.</param>
internal sealed record SeenOrder(AlgoOrder Order, TimeSpan At);
