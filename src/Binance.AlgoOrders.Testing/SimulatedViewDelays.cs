namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The times after its placement for which the views of the exchange do not contain a new order, as with replicas that lag behind. A view without a
/// time of its own lags as long as the others: <see cref="SimulatedOrderTerms.VisibilityDelay"/> or
/// <see cref="SimulatedExchange.PlacementVisibilityDelay"/>.
/// </summary>
public sealed record SimulatedViewDelays
{
    /// <summary>Gets the time for which queries and the history do not find the order, zero or more, or <see langword="null"/> for the default.</summary>
    public TimeSpan? Query { get; init; }

    /// <summary>Gets the time for which cancels of one or all orders do not find the order, zero or more, or <see langword="null"/> for the default.</summary>
    public TimeSpan? Cancel { get; init; }

    /// <summary>Gets the time for which the list of open orders does not contain the order, zero or more, or <see langword="null"/> for the default.</summary>
    public TimeSpan? List { get; init; }
}
