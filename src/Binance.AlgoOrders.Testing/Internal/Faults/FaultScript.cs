namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>The armed faults in the order of arming, and the random ones. The lock of the exchange's state guards it.</summary>
internal sealed class FaultScript
{
    private readonly List<ScriptedFault> _armed = [];
    private RandomFaults? _random;

    public int Pending => _armed.Sum(static armed => armed.Remaining);

    public IReadOnlyList<ArmedFault> Armed => [.. _armed.Select(static armed => new ArmedFault(armed.Fault, armed.Remaining, armed.Target.Name))];

    public void Arm(Fault fault, int count, FaultTarget target) => _armed.Add(new ScriptedFault(fault, count, target));

    /// <summary>Applies faults at random, to the same requests for the same seed and order of arrival.</summary>
    public void ArmRandomly(double probability, int seed, Fault[] faults, FaultTarget target) =>
        _random = new RandomFaults(probability, new SeededRandom(seed), faults, target);

    public void Clear()
    {
        _armed.Clear();
        _random = null;
    }

    /// <summary>Returns the fault for a request and disarms it for that one, or returns null.</summary>
    public Fault? Take(SimulatedRequest request)
    {
        if (_armed.Find(armed => armed.AppliesTo(request)) is not { } next)
        {
            return _random?.Take(request);
        }

        if (--next.Remaining == 0)
        {
            _armed.Remove(next);
        }

        return next.Fault;
    }

    private sealed class ScriptedFault(Fault fault, int count, FaultTarget target)
    {
        private long _untilFirst = target.Skipped;

        public Fault Fault => fault;

        public int Remaining { get; set; } = count;

        public FaultTarget Target => target;

        /// <summary>Returns whether the fault applies to a request. A matching request that it skips is counted.</summary>
        public bool AppliesTo(SimulatedRequest request) => target.Matches(request) && --_untilFirst < 0;
    }

    private sealed class RandomFaults(double probability, SeededRandom random, Fault[] faults, FaultTarget target)
    {
        public Fault? Take(SimulatedRequest request)
        {
            if (!target.Matches(request) || random.Fraction() >= probability)
            {
                return null;
            }

            return faults[random.Below(faults.Length)];
        }
    }
}
