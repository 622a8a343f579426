using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Draws p99.9 for each variant and each percentage of stalls as bars on a logarithmic axis. A bar begins at one round trip.</summary>
internal static class TailChart
{
    private const int Left = 150;
    private const int LongestBar = 430;
    private const int FirstGroup = 56;
    private const int RowHeight = 20;
    private const int GroupGap = 30;

    // In the order of the bars, from top to bottom.
    private static readonly (string Variant, string Label)[] Bars =
    [
        (TailVariant.HedgingName, "AlgoOrderClient"),
        (TailVariant.NotHedgingName, "without hedging"),
        (TailVariant.RetryingName, "timeout and retry"),
        (TailVariant.LowerBoundName, "lower bound"),
    ];

    private static int GroupHeight => (Bars.Length * RowHeight) + GroupGap;

    /// <summary>Draws the first round trip.</summary>
    public static string Of(IReadOnlyList<(NetworkConditions Conditions, IReadOnlyList<TailFigures> Figures)> cells)
    {
        double roundTrip = cells[0].Conditions.RoundTrip;
        (NetworkConditions Conditions, IReadOnlyList<TailFigures> Figures)[] drawn = [.. cells.Where(cell => cell.Conditions.RoundTrip == roundTrip)];
        double longest = drawn.SelectMany(cell => cell.Figures).Max(row => row.P999);
        int bottom = FirstGroup + (drawn.Length * GroupHeight);
        var svg = new SvgChart(680, bottom + 38, "The slowest of 1,000 cancels on a network on which requests stall");
        svg.Head(Left, 24, "p99.9 of the time to the outcome");
        DrawAxis(svg, roundTrip, longest, bottom);
        for (int group = 0; group < drawn.Length; group++)
        {
            DrawGroup(svg, drawn[group], FirstGroup + (group * GroupHeight), value => PositionOf(value, roundTrip, longest));
        }

        string trip = roundTrip.ToString(CultureInfo.InvariantCulture);
        svg.Note(Left, bottom + 26, $"Simulated network with a median round trip of {trip} ms. Logarithmic, from one round trip.");
        return svg.ToString();
    }

    private static void DrawAxis(SvgChart svg, double least, double most, int bottom)
    {
        for (double mark = 10; mark <= most; mark *= 10)
        {
            if (mark >= least)
            {
                double x = Left + PositionOf(mark, least, most);
                svg.VerticalLine(x, 36, bottom - GroupGap + 10);
                svg.Note(x, bottom, FormatTime(mark), anchor: "middle");
            }
        }
    }

    private static void DrawGroup(SvgChart svg, (NetworkConditions Conditions, IReadOnlyList<TailFigures> Figures) cell, int top, Func<double, double> positionOf)
    {
        svg.Head(Left, top, string.Create(CultureInfo.InvariantCulture, $"{cell.Conditions.StallPercent} % of the requests stall"));
        for (int row = 0; row < Bars.Length; row++)
        {
            (string variant, string label) = Bars[row];
            double value = cell.Figures.Single(figures => figures.Name == variant).P999;
            int middle = top + 16 + (row * RowHeight);
            svg.Label(Left - 12, middle, label);
            svg.Bar((Left, middle), positionOf(value), height: 14, variant == TailVariant.HedgingName);
            svg.Value(Left + positionOf(value) + 8, middle, FormatTime(value));
        }
    }

    private static double PositionOf(double value, double least, double most) => LongestBar * Math.Max(0.01, Math.Log(value / least) / Math.Log(most / least));

    private static string FormatTime(double milliseconds) => milliseconds switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.#} s"),
    };
}
