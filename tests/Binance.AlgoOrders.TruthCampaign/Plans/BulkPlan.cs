namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call of a client to cancel several orders.</summary>
internal sealed record BulkPlan
{
    /// <summary>Each as if it were a call of its own; no two have the same id.</summary>
    public required IReadOnlyList<CallPlan> Items { get; init; }

    public required int MaxConcurrency { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>When the caller's token is canceled, counted from the start of the call; null: never.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }
}
