namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call that places one order.</summary>
internal sealed record PlacePlan
{
    /// <summary>The new order. A client id that it reuses is set when the other order is placed.</summary>
    public required NewAlgoOrder Order { get; init; }

    /// <summary>The trigger or activation price, unique in its scenario, which identifies the orders of this call.</summary>
    public required decimal Tag { get; init; }

    /// <summary>The index of the order whose client id is reused, open or ended, or null for none.</summary>
    public required int? IdOf { get; init; }

    /// <summary>An older, ended order with the same terms and client id, or null for none.</summary>
    public required PredecessorPlan? Predecessor { get; init; }

    /// <summary>The time from the return to the cancel of the new order by the user, or null for none.</summary>
    public required TimeSpan? CanceledAfter { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>The time from the start of the call to the cancellation of the caller's token, or null for none.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }
}
