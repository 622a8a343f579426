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

    /// <summary>Formats a number with two decimals.</summary>
    public static string Fine(this double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Formats a number for a command line.</summary>
    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats a number without decimals.</summary>
    public static string Whole(this double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
