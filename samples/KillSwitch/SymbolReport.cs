using System.Text;

namespace Binance.AlgoOrders.Samples;

/// <summary>What became of a contract's orders, in lines.</summary>
internal static class SymbolReport
{
    public static bool IsClear(CancelAllAlgoOrdersOutcome outcome) => outcome.IsClear && !outcome.Survivors.Any();

    public static string Of(CancelAllAlgoOrdersOutcome outcome)
    {
        var report = new StringBuilder($"{outcome.Symbol}: {(IsClear(outcome) ? "clear" : "NOT CLEAR")}, {outcome.Orders.Count} seen");
        foreach (CancelManyItem item in outcome.Orders)
        {
            report.AppendLine().Append($"  {IdOf(item)}  {FateOf(item)}");
        }

        if (!IsClear(outcome) && outcome.LastError is { } error)
        {
            report.AppendLine().Append($"  last error: {OneLine(error)}");
        }

        return report.ToString();
    }

    private static string IdOf(CancelManyItem item) => item.Id is AlgoOrderId.ByAlgoId { AlgoId: var algoId } ? $"{algoId}" : $"{item.Id}";

    private static string FateOf(CancelManyItem item) => item.Outcome?.Match(
        canceled: _ => "canceled",
        triggered: outcome => $"TRIGGERED: child order {outcome.Order.ActualOrderIdText ?? "on its way"} is in the ordinary book",
        closed: outcome => $"had ended: {outcome.Order.Status}",
        notFound: _ => "gone: Binance does not know it any more",
        stillOpen: _ => "SURVIVES: still open",
        unknown: outcome => $"UNKNOWN: {OneLine(outcome.LastError)}") ?? $"UNKNOWN: {OneLine(item.Error!)}";

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ");
}
