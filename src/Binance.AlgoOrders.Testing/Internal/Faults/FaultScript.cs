namespace Binance.AlgoOrders.Testing.Internal.Faults;

/// <summary>The faults that are armed, in the order of arming; whoever touches it holds the order book's lock.</summary>
internal sealed class FaultScript
{
    private readonly List<ScriptedFault> _armed = [];

    public int Pending => _armed.Sum(static armed => armed.Left);

    public IReadOnlyList<ArmedFault> Armed => [.. _armed.Select(static armed => armed.AsArmed())];

    public RandomFaults? Random { get; set; }

    public void Arm(ScriptedFault fault) => _armed.Add(fault);

    public void Clear()
    {
        _armed.Clear();
        Random = null;
    }

    public Fault? TakeFor(SimulatedRequest request)
    {
        if (_armed.Find(armed => armed.Matches(request)) is not { } next)
        {
            return Random?.TakeFor(request);
        }

        if (--next.Left == 0)
        {
            _armed.Remove(next);
        }

        return next.Fault;
    }
}
