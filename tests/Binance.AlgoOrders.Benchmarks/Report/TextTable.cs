using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Formats a table of plain text. The first column holds words, the others hold figures.</summary>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> _rows = [heads];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        int[] widths = [.. Enumerable.Range(0, heads.Length).Select(column => _rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.AppendLine("  " + string.Join("   ", cells));
        }

        return text.ToString();
    }
}
