namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The machine's own time, for an exchange that was given none; TimeProvider implements it itself.</summary>
internal sealed class RealTime : TimeProvider;
