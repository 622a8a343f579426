namespace Binance.AlgoOrders.Soak;

/// <summary>A bound that a soak checks.</summary>
/// <param name="Name">The measured quantity.</param>
/// <param name="Measured">The measured value as text.</param>
/// <param name="Allowed">The allowed value as text.</param>
/// <param name="IsKept">True if the measured value is allowed.</param>
internal sealed record Bound(string Name, string Measured, string Allowed, bool IsKept);
