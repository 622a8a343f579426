namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>The requests that a fault may strike.</summary>
/// <param name="Name">Those that were named by method and path; <see langword="null"/> when none were.</param>
/// <param name="Matches">Whether a request is one of them.</param>
internal sealed record FaultTarget(string? Name, Func<SimulatedRequest, bool> Matches)
{
    public static readonly FaultTarget Any = new(null, static _ => true);

    public FaultTarget And(Func<SimulatedRequest, bool> predicate, string? name = null) =>
        new(name ?? Name, request => Matches(request) && predicate(request));
}
