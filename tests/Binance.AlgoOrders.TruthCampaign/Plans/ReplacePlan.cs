namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call that replaces one order.</summary>
internal sealed record ReplacePlan
{
    /// <summary>The index of the current order.</summary>
    public required int Order { get; init; }

    /// <summary>The part of the current order that the user knows.</summary>
    public required KnownPart Known { get; init; }

    /// <summary>The replacement. Its symbol and side are those of the current order.</summary>
    public required NewAlgoOrder Replacement { get; init; }

    public required ReplaceSequence Sequence { get; init; }

    public required decimal? BridgeQuantity { get; init; }

    public required bool RestoreOnRefusal { get; init; }

    /// <summary>The prices of the contract from the start of the call on, because of which Binance refuses orders.</summary>
    public required IReadOnlyList<PricePlan> Prices { get; init; }

    /// <summary>The timeout, or null for the default.</summary>
    public required TimeSpan? Timeout { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>The time from the start of the call to the cancellation of the caller's token, or null for none.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }

    /// <summary>Returns the timeout of the call. The default is twice that of a client.</summary>
    public TimeSpan TimeoutOf(ClientPlan client) => Timeout ?? client.Timeout * 2;
}

/// <summary>The part of an order that the user of a replacement knows.</summary>
internal enum KnownPart
{
    /// <summary>All members, as they were read while the order was open.</summary>
    Order,
    AlgoId,
    ClientAlgoId,
}
