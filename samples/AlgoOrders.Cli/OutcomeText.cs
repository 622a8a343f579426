namespace Binance.AlgoOrders.Samples;

/// <summary>What became of an order, as a name for scripts and as a line for people.</summary>
internal static class OutcomeText
{
    public static string IdOf(AlgoOrderId id) => id is AlgoOrderId.ByAlgoId { AlgoId: var algoId } ? $"{algoId}" : ((AlgoOrderId.ByClientAlgoId)id).ClientAlgoId;

    public static string NameOf(CancelManyItem item) => item.Outcome?.Match(
        canceled: _ => "canceled",
        triggered: _ => "triggered",
        closed: _ => "closed",
        notFound: _ => "not-found",
        stillOpen: _ => "still-open",
        unknown: _ => "unknown") ?? "refused";

    public static string DetailOf(CancelManyItem item) => OneLine(item.Outcome?.Match(
        canceled: outcome => outcome.Evidence == CancelEvidence.Acknowledged ? "acknowledged" : "confirmed by query",
        triggered: outcome => $"too late: child order {outcome.Order.ActualOrderIdText ?? "on its way"}",
        closed: outcome => $"it had ended before: {outcome.Order.Status}",
        notFound: _ => "check id and account",
        stillOpen: _ => "cancel again",
        unknown: outcome => outcome.LastError.Message) ?? item.Error!.Message);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
