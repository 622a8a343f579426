using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Writes the elements of a chart as SVG that is readable on light and dark pages.</summary>
internal sealed class SvgChart
{
    // Half the height of the letters, so that a text stands in the middle of its bar.
    private const int TextOffset = 5;

    private readonly StringBuilder _svg = new();

    public SvgChart(int width, int height, string title) => Append(
        $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" font-family="system-ui, sans-serif" font-size="13" role="img">
          <title>{{title}}</title>
          <style>
            text { fill: #24292f } .head { font-weight: 600 } .note { fill: #6e7781; font-size: 11px }
            rect { fill: #c6ccd3 } .own { fill: #c99400 } line { stroke: #d8dee4 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .note { fill: #8b949e } rect { fill: #484f58 } .own { fill: #f0b90b } line { stroke: #30363d }
            }
          </style>

        """);

    public void Head(int x, int y, string text) => Append($"""  <text class="head" x="{x}" y="{y}">{text}</text>{'\n'}""");

    public void Note(double x, int y, string text, string anchor = "start") =>
        Append($"""  <text class="note" x="{x:0.#}" y="{y}" text-anchor="{anchor}">{text}</text>{'\n'}""");

    /// <summary>Writes a text that ends at a point, in the middle of a row.</summary>
    public void Label(int x, int middle, string text) => Append($"""  <text x="{x}" y="{middle + TextOffset}" text-anchor="end">{text}</text>{'\n'}""");

    /// <summary>Writes a text that begins at a point, in the middle of a row.</summary>
    public void Value(double x, int middle, string text) => Append($"""  <text x="{x:0.#}" y="{middle + TextOffset}">{text}</text>{'\n'}""");

    /// <summary>Draws a horizontal bar.</summary>
    /// <param name="start">The middle of its left side.</param>
    /// <param name="width">The width.</param>
    /// <param name="height">The height.</param>
    /// <param name="isOwn">True for the color of the product.</param>
    public void Bar((int X, int Middle) start, double width, int height, bool isOwn)
    {
        string style = isOwn ? " class=\"own\"" : "";
        Append($"""  <rect{style} x="{start.X}" y="{start.Middle - (height / 2)}" width="{width:0.#}" height="{height}" rx="3"/>{'\n'}""");
    }

    public void VerticalLine(double x, int top, int bottom) => Append($"""  <line x1="{x:0.#}" y1="{top}" x2="{x:0.#}" y2="{bottom}"/>{'\n'}""");

    public override string ToString() => $"{_svg}</svg>\n";

    private void Append(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
