namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call that cancels one order.</summary>
internal sealed record CallPlan
{
    /// <summary>The order's index in the scenario, or null for an id that never existed.</summary>
    public required int? Order { get; init; }

    public required bool ByClientAlgoId { get; init; }

    /// <summary>The symbol of the request, or null for none, so that the open orders are not read.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The recvWindow, unique in its scenario, which identifies the call of a recorded request.</summary>
    public required TimeSpan RecvWindow { get; init; }

    /// <summary>The timeout, or null for that of the client.</summary>
    public required TimeSpan? Timeout { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>The time from the start of the call to the cancellation of the caller's token, or null for none.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }

    /// <summary>True for CancelAsync, false for EnsureCanceledAsync.</summary>
    public required bool IsSingleCancel { get; init; }
}
