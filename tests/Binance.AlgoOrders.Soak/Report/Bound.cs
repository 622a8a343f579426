namespace Binance.AlgoOrders.Soak;

/// <summary>One thing that a soak holds the client to.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Measured">In words.</param>
/// <param name="Allowed">In words.</param>
/// <param name="IsKept">Whether the first is within the second.</param>
internal sealed record Bound(string Name, string Measured, string Allowed, bool IsKept);
