using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Lets faults strike, and stops them when the plan says so.</summary>
internal sealed class FaultDirector(ScenarioPlan plan, Stage stage)
{
    private readonly SimulatedFaults _faults = plan.Faults.OnlyCancels ? stage.Exchange.Faults.On("DELETE") : stage.Exchange.Faults;

    public void Arrange()
    {
        Strike(plan.Faults.Menu);
        if (plan.Faults.Burst.Count > 0)
        {
            stage.At(plan.Faults.BurstAt, () => _faults.Next([.. plan.Faults.Burst]));
        }

        if (plan.Faults.LastBanAt is { } lastBanAt)
        {
            stage.At(lastBanAt, () => Strike(plan.Faults.MenuWithoutBans));
        }

        if (plan.Faults.StopsAt is { } stopsAt)
        {
            stage.At(stopsAt, _faults.Clear);
        }
    }

    private void Strike(IReadOnlyList<Fault> menu) => _faults.Randomly(plan.Faults.Probability, SeedOf(plan), [.. menu]);

    private static int SeedOf(ScenarioPlan plan) => unchecked((plan.Seed * 1_000_003) + plan.Number);
}
