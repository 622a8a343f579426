using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Draws the cost of a cancel as a bar chart, in an SVG that is readable on light and dark pages.</summary>
internal static class CostChart
{
    private const int PanelWidth = 270;
    private const int LongestBar = 190;
    private const int FirstRow = 54;
    private const int RowHeight = 28;

    // In the order of the bars, from top to bottom.
    private static readonly (string Variant, string Label)[] Bars =
    [
        (Variants.FloorName, "bare HttpClient"),
        (Variants.MinimalName, "least by hand"),
        (Variants.ProductName, "AlgoOrderClient"),
        (Variants.NaiveName, "as often written"),
    ];

    public static string Of(IReadOnlyList<Figures> figures)
    {
        Figures[] drawn = [.. Bars.Select(bar => figures.Single(row => row.Name == bar.Variant))];
        var svg = new StringBuilder();
        svg.Append(
            $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 190" font-family="system-ui, sans-serif" font-size="13" role="img">
              <title>The cost of a cancel in comparison with a bare HttpClient</title>
              <style>
                text { fill: #24292f } .head { font-weight: 600 } .note { fill: #6e7781; font-size: 11px }
                rect { fill: #c6ccd3 } .own { fill: #c99400 }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3 } .note { fill: #8b949e } rect { fill: #484f58 } .own { fill: #f0b90b }
                }
              </style>

            """);
        for (int row = 0; row < Bars.Length; row++)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="112" y="{MiddleOf(row)}" text-anchor="end">{Bars[row].Label}</text>""");
        }

        Draw(svg, 124, "µs per cancel", [.. drawn.Select(row => row.BestMicroseconds)], value => value.ToString("N1", CultureInfo.InvariantCulture));
        Draw(svg, 124 + PanelWidth + 16, "bytes per cancel", [.. drawn.Select(row => row.Bytes)], Numbers.Whole);
        svg.AppendLine("""  <text class="note" x="124" y="180">CancelAsync with responses from memory, without any network.</text>""");
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, int left, string head, double[] values, Func<double, string> format)
    {
        svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text class="head" x="{left}" y="28">{head}</text>""");
        for (int row = 0; row < values.Length; row++)
        {
            double width = LongestBar * values[row] / values.Max();
            string style = Bars[row].Variant == Variants.ProductName ? " class=\"own\"" : "";
            svg.AppendLine(
                CultureInfo.InvariantCulture,
                $"""  <rect{style} x="{left}" y="{FirstRow + (row * RowHeight) - 9}" width="{width:0.#}" height="18" rx="3"/>""");
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{left + width + 8:0.#}" y="{MiddleOf(row)}">{format(values[row])}</text>""");
        }
    }

    private static int MiddleOf(int row) => FirstRow + (row * RowHeight) + 5;
}
