namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>The requests to which a fault may apply.</summary>
/// <param name="Name">The operation, or the method and path, or null if neither was given.</param>
/// <param name="Matches">True for the requests to which the fault may apply.</param>
internal sealed record FaultTarget(string? Name, Func<SimulatedRequest, bool> Matches)
{
    public static readonly FaultTarget Any = new(null, static _ => true);

    /// <summary>Gets the number of matching requests that an armed fault skips first.</summary>
    public int Skipped { get; init; }

    public FaultTarget And(Func<SimulatedRequest, bool> predicate, string? name = null) =>
        new(name ?? Name, request => Matches(request) && predicate(request)) { Skipped = Skipped };
}
