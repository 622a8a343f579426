namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>A fault that waits for the next so many requests that match.</summary>
internal sealed class ArmedFault(Fault fault, int count, Func<SimulatedRequest, bool> matches)
{
    public Fault Fault => fault;

    public int Left { get; set; } = count;

    public bool Matches(SimulatedRequest request) => matches(request);
}
