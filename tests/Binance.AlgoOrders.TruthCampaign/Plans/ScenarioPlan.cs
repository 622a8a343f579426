namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The plan of one scenario, which is drawn before it runs.</summary>
internal sealed record ScenarioPlan
{
    public required int Seed { get; init; }

    public required int Number { get; init; }

    public required CampaignMode Mode { get; init; }

    public required ClientPlan Client { get; init; }

    public required ClockPlan Clock { get; init; }

    public required FaultPlan Faults { get; init; }

    public required IReadOnlyList<OrderPlan> Orders { get; init; }

    public required IReadOnlyList<CallPlan> Calls { get; init; }

    public required IReadOnlyList<PlacePlan> Places { get; init; }

    /// <summary>The bulk call, or null for none.</summary>
    public required BulkPlan? Bulk { get; init; }

    /// <summary>The time after its placement during which queries do not find a new order.</summary>
    public required TimeSpan PlacementVisibilityDelay { get; init; }
}
