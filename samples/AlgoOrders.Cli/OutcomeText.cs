namespace Binance.AlgoOrders.Samples;

/// <summary>Formats the outcome of an order as a name for scripts and as a line of text.</summary>
internal static class OutcomeText
{
    public static string IdOf(AlgoOrderId id) => id is AlgoOrderId.ByAlgoId { AlgoId: var algoId } ? $"{algoId}" : ((AlgoOrderId.ByClientAlgoId)id).ClientAlgoId;

    public static string NameOf(CancelManyResult item) => item.Outcome?.Match(
        canceled: _ => "canceled",
        triggered: _ => "triggered",
        ended: _ => "ended",
        notFound: _ => "not-found",
        stillOpen: _ => "still-open",
        unknown: _ => "unknown") ?? "refused";

    public static string DetailOf(CancelManyResult item) => OneLine(item.Outcome?.Match(
        canceled: outcome => outcome.Evidence == CancelEvidence.Acknowledged ? "acknowledged" : "confirmed by query",
        triggered: outcome => $"triggered before the cancel: {outcome.Order.Status}, child order {outcome.Order.ActualOrderIdText ?? "not placed yet"}",
        ended: outcome => $"ended without a trade ({outcome.Evidence}), last seen {outcome.Order.Status}",
        notFound: _ => "check the id and the account",
        stillOpen: _ => "cancel again",
        unknown: outcome => outcome.LastError.Message) ?? item.Error!.Message);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
