using System.Text;

namespace Binance.AlgoOrders.Samples;

/// <summary>Formats the outcome of a contract's orders, one line each.</summary>
internal static class SymbolReport
{
    public static bool IsClear(CancelAllAlgoOrdersOutcome outcome) => outcome.IsClear && !outcome.Survivors.Any();

    public static string Of(CancelAllAlgoOrdersOutcome outcome)
    {
        string state = IsClear(outcome) ? "clear" : "NOT CLEAR";
        var report = new StringBuilder($"{outcome.Symbol}: {state}, {outcome.Orders.Count} seen");
        foreach (CancelAllOrderResult item in outcome.Orders)
        {
            report.AppendLine().Append($"  {IdOf(item)}  {DescriptionOf(item)}");
        }

        if (!IsClear(outcome) && outcome.LastError is { } error)
        {
            report.AppendLine().Append($"  last error: {OneLine(error)}");
        }

        return report.ToString();
    }

    private static string IdOf(CancelAllOrderResult item) => item.Id is AlgoOrderId.ByAlgoId { AlgoId: var algoId } ? $"{algoId}" : $"{item.Id}";

    private static string DescriptionOf(CancelAllOrderResult item) => item.Outcome?.Match(
        canceled: _ => "canceled",
        triggered: outcome => $"TRIGGERED: it is {outcome.Order.Status}, child order {outcome.Order.ActualOrderIdText ?? "not placed yet"}",
        ended: outcome => $"ended without a trade ({outcome.Evidence}), last seen {outcome.Order.Status}",
        notFound: _ => "NOT FOUND: Binance shows no trace of it",
        stillOpen: _ => "SURVIVES: still open",
        unknown: outcome => $"UNKNOWN: {OneLine(outcome.LastError)}") ?? $"UNKNOWN: {OneLine(item.Error!)}";

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ");
}
