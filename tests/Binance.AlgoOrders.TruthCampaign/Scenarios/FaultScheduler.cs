using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Applies faults and stops them according to the plan.</summary>
internal sealed class FaultScheduler(ScenarioPlan plan, ScenarioEnvironment environment)
{
    private readonly SimulatedFaults _faults = plan.Faults.OnlyCancels ? environment.Exchange.Faults.On("DELETE") : environment.Exchange.Faults;

    public void Schedule()
    {
        ApplyFaults(plan.Faults.Faults);
        if (plan.Faults.Burst.Count > 0)
        {
            environment.At(plan.Faults.BurstAt, () => _faults.Next([.. plan.Faults.Burst]));
        }

        if (plan.Faults.LastBanAt is { } lastBanAt)
        {
            environment.At(lastBanAt, () => ApplyFaults(plan.Faults.FaultsWithoutBans));
        }

        if (plan.Faults.StopsAt is { } stopsAt)
        {
            environment.At(stopsAt, _faults.Clear);
        }
    }

    private void ApplyFaults(IReadOnlyList<Fault> faults) => _faults.Randomly(plan.Faults.Probability, SeedOf(plan), [.. faults]);

    private static int SeedOf(ScenarioPlan plan) => unchecked((plan.Seed * 1_000_003) + plan.Number);
}
