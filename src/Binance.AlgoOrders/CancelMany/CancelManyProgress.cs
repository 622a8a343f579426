namespace Binance.AlgoOrders;

/// <summary>How far a bulk cancel has come.</summary>
/// <param name="Done">Orders of which it is known, or known that it cannot be known, what became of them.</param>
/// <param name="Inactive">Those of them that are surely inactive.</param>
/// <param name="UnderWay">Orders that have been started and are not done.</param>
public readonly record struct CancelManyProgress(int Done, int Inactive, int UnderWay);
