using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Draws the cost of a cancel as a bar chart.</summary>
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
        var svg = new SvgChart(680, 190, "The cost of a cancel in comparison with a bare HttpClient");
        for (int row = 0; row < Bars.Length; row++)
        {
            svg.Label(112, MiddleOf(row), Bars[row].Label);
        }

        Draw(svg, 124, "µs per cancel", [.. drawn.Select(row => row.BestMicroseconds)], value => value.ToString("N1", CultureInfo.InvariantCulture));
        Draw(svg, 124 + PanelWidth + 16, "bytes per cancel", [.. drawn.Select(row => row.Bytes)], Numbers.Whole);
        svg.Note(124, 180, "CancelAsync with responses from memory, without any network.");
        return svg.ToString();
    }

    private static void Draw(SvgChart svg, int left, string head, double[] values, Func<double, string> format)
    {
        svg.Head(left, 28, head);
        for (int row = 0; row < values.Length; row++)
        {
            double width = LongestBar * values[row] / values.Max();
            svg.Bar((left, MiddleOf(row)), width, height: 18, Bars[row].Variant == Variants.ProductName);
            svg.Value(left + width + 8, MiddleOf(row), format(values[row]));
        }
    }

    private static int MiddleOf(int row) => FirstRow + (row * RowHeight);
}
