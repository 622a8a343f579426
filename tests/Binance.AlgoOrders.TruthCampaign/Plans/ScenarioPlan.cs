using Binance.AlgoOrders.Testing;

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

    public required IReadOnlyList<ReplacePlan> Replaces { get; init; }

    /// <summary>The contracts of the orders, each once.</summary>
    public required IReadOnlyList<MarketPlan> Markets { get; init; }

    /// <summary>True if the account has margin for new positions.</summary>
    public required bool HasMargin { get; init; }

    /// <summary>The bulk call, or null for none.</summary>
    public required BulkPlan? Bulk { get; init; }

    /// <summary>The call that cancels all orders of a symbol, or null for none.</summary>
    public required CancelAllPlan? CancelAll { get; init; }

    /// <summary>The orders that other parties place during the calls.</summary>
    public required IReadOnlyList<ArrivalPlan> Arrivals { get; init; }

    public required ViewPlan Views { get; init; }

    public required HostKind Host { get; init; }

    /// <summary>The lags of the views behind the orders that the user places after each return.</summary>
    public required SimulatedViewDelays NextOrderDelays { get; init; }
}
