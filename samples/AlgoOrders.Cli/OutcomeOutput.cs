using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>Writes the outcomes of orders to stdout.</summary>
internal static class OutcomeOutput
{
    public static void Write(Session session, IReadOnlyList<CancelManyResult> items)
    {
        if (session.IsJson)
        {
            JsonOutput.WriteOutcomes(items);
        }
        else
        {
            WriteTable(items);
        }
    }

    public static void Write(Session session, CancelAllAlgoOrdersOutcome outcome)
    {
        if (session.IsJson)
        {
            JsonOutput.WriteOutcome(outcome);
            return;
        }

        WriteTable([.. outcome.Orders.Select(ToResult)]);
        string reason = outcome.LastError?.Message.ReplaceLineEndings(" ") ?? "the timeout was reached";
        string state = outcome.IsClear ? "clear" : $"NOT CLEAR: {reason}";
        Console.WriteLine($"{outcome.Symbol} is {state} ({outcome.Orders.Count} seen, {outcome.Canceled.Count()} canceled, {outcome.Triggered.Count()} triggered).");
    }

    public static CancelManyResult ToResult(CancelAllOrderResult order) => new(order.Id, order.Outcome, order.Error);

    private static void WriteTable(IReadOnlyList<CancelManyResult> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        Table table = Terminal.Table("ORDER", "OUTCOME", "");
        table.Columns[^1].NoWrap = false;
        foreach (CancelManyResult item in items)
        {
            var style = new Style(foreground: item.IsInactive ? Color.Green : Color.Yellow);
            table.AddRow(new Text(OutcomeText.IdOf(item.Id)), new Text(OutcomeText.NameOf(item), style), new Text(OutcomeText.DetailOf(item)));
        }

        Terminal.Write(table);
    }
}
