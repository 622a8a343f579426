namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call of a client to cancel one order.</summary>
internal sealed record CallPlan
{
    /// <summary>The order's place in the scenario; null: an id that never existed.</summary>
    public required int? Order { get; init; }

    public required bool ByClientAlgoId { get; init; }

    /// <summary>Given with the request; null: none, which leaves the open orders unread.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Unique in its scenario, so that the exchange's journal tells which call a request belongs to.</summary>
    public required TimeSpan RecvWindow { get; init; }

    /// <summary>Null: the client's.</summary>
    public required TimeSpan? Timeout { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>When the caller's token is canceled, counted from the start of the call; null: never.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }

    /// <summary>One plain cancel instead of the call that finds out.</summary>
    public required bool IsSingleCancel { get; init; }
}
