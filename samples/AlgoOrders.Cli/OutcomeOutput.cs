using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>What became of orders, on stdout.</summary>
internal static class OutcomeOutput
{
    public static void Write(Session session, IReadOnlyList<CancelManyItem> items)
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

        WriteTable(outcome.Orders);
        string state = outcome.IsClear ? "clear" : $"NOT CLEAR: {outcome.LastError?.Message.ReplaceLineEndings(" ") ?? "the time was up"}";
        Console.WriteLine($"{outcome.Symbol} is {state} ({outcome.Orders.Count} seen, {outcome.Canceled.Count()} canceled, {outcome.Triggered.Count()} triggered).");
    }

    private static void WriteTable(IReadOnlyList<CancelManyItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        Table table = Terminal.Table("ORDER", "OUTCOME", "");
        table.Columns[^1].NoWrap = false;
        foreach (CancelManyItem item in items)
        {
            var style = new Style(foreground: item.IsInactive ? Color.Green : Color.Yellow);
            table.AddRow(new Text(OutcomeText.IdOf(item.Id)), new Text(OutcomeText.NameOf(item), style), new Text(OutcomeText.DetailOf(item)));
        }

        Terminal.Write(table);
    }
}
