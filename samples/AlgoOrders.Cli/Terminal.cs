using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>Writes tables to stdout, as wide as the terminal.</summary>
internal static class Terminal
{
    // A pipe has no width, so a fixed width keeps rows on one line.
    private const int PipeWidth = 200;

    public static Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Dim))) { NoWrap = true, Padding = new Padding(0, 0, 1, 0) });
        }

        return table;
    }

    public static void Write(Table table)
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PipeWidth;
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        console.Write(table);
    }
}
