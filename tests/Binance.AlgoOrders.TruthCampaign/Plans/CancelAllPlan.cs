namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call that cancels all orders of a symbol.</summary>
internal sealed record CancelAllPlan
{
    public required string Symbol { get; init; }

    /// <summary>True for EnsureAllCanceledAsync, false for CancelAllAsync.</summary>
    public required bool IsEnsured { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>The time from the start of the call to the cancellation of the caller's token, or null for none.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }
}
