namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>Strikes matching requests by chance, the same ones for the same seed and order of arrival.</summary>
internal sealed class RandomFaults(double probability, int seed, Fault[] faults, FaultTarget target)
{
    private readonly DeterministicSequence _chance = new(seed);

    public Fault? TakeFor(SimulatedRequest request) =>
        target.Matches(request) && _chance.Fraction() < probability ? faults[_chance.Below(faults.Length)] : null;
}
