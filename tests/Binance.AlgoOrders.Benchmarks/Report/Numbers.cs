using System.Globalization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>How figures are summed up and written.</summary>
internal static class Numbers
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Two decimals.</summary>
    public static string Fine(this double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>As a program reads it.</summary>
    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>No decimals.</summary>
    public static string Whole(this double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
