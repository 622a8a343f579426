namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>All that is drawn for one scenario, before anything happens.</summary>
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

    /// <summary>Null: nobody cancels several orders at once.</summary>
    public required BulkPlan? Bulk { get; init; }

    /// <summary>How long nobody sees an order that a client has placed.</summary>
    public required TimeSpan InvisibleAfterPlacing { get; init; }
}
