using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Summarizes and formats figures.</summary>
internal static class Numbers
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Returns the smallest value that the percentage of the values does not exceed.</summary>
    /// <param name="sorted">The values in ascending order, at least one.</param>
    /// <param name="percent">The percentage, greater than 0 and at most 100.</param>
    public static double Percentile(this IReadOnlyList<double> sorted, double percent) => sorted[(int)Math.Ceiling(sorted.Count * percent / 100) - 1];

    /// <summary>Formats a number with two decimals.</summary>
    public static string Fine(this double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Formats a number for a command line.</summary>
    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats a number without decimals.</summary>
    public static string Whole(this double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
