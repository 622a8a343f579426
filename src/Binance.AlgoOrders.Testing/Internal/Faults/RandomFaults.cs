namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>Strikes matching requests by chance, the same ones for the same seed and order of arrival.</summary>
internal sealed class RandomFaults(double probability, int seed, Fault[] faults, Func<SimulatedRequest, bool> matches)
{
    private readonly DeterministicSequence _chance = new(seed);

    public Fault? TakeFor(SimulatedRequest request) =>
        matches(request) && _chance.Fraction() < probability ? faults[_chance.Below(faults.Length)] : null;
}
