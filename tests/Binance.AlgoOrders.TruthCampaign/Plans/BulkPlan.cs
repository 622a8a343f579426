namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call that cancels several orders.</summary>
internal sealed record BulkPlan
{
    /// <summary>The items, each as a call of its own. No two have the same id.</summary>
    public required IReadOnlyList<CallPlan> Items { get; init; }

    public required int MaxConcurrency { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>The time from the start of the call to the cancellation of the caller's token, or null for none.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }
}
