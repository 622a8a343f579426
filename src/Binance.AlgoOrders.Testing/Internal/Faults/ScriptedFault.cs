namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>A fault that waits for the next so many requests that match.</summary>
internal sealed class ScriptedFault(Fault fault, int count, FaultTarget target)
{
    public Fault Fault => fault;

    public int Left { get; set; } = count;

    public bool Matches(SimulatedRequest request) => target.Matches(request);

    public ArmedFault AsArmed() => new(fault, Left, target.Name);
}
