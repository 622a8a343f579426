namespace Binance.AlgoOrders;

/// <summary>Represents the progress of a bulk cancel.</summary>
/// <param name="Completed">The number of completed orders, including those with an unknown outcome or an error.</param>
/// <param name="Inactive">The number of completed orders that are certainly inactive.</param>
/// <param name="InProgress">The number of orders that have been started and are not completed.</param>
public readonly record struct CancelManyProgress(int Completed, int Inactive, int InProgress);
