namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>The way in which an endpoint deviates from its specification because of a fault.</summary>
internal sealed record Deviation
{
    public static readonly Deviation None = new();

    /// <summary>Gets the number of orders after which a cancel of all orders fails, or null if it does not fail.</summary>
    public int? MaxCanceled { get; init; }

    /// <summary>Gets whether the list of open orders contains those of other symbols too.</summary>
    public bool IgnoresSymbol { get; init; }
}
