namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One call of a client to place one order.</summary>
internal sealed record PlacePlan
{
    /// <summary>What is asked for; its client id, where it is another order's, is known only when that one is placed.</summary>
    public required NewAlgoOrder Order { get; init; }

    /// <summary>The trigger or activation price: no other order of the scenario has it, so that it tells what this call has placed.</summary>
    public required decimal Tag { get; init; }

    /// <summary>The place of the order whose client id is given once more, be it open or ended; null: none.</summary>
    public required int? IdOf { get; init; }

    public required TimeSpan StartsAt { get; init; }

    /// <summary>When the caller's token is canceled, counted from the start of the call; null: never.</summary>
    public required TimeSpan? GivesUpAfter { get; init; }
}
