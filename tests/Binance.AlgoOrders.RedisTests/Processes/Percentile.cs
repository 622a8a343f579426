namespace Binance.AlgoOrders.RedisTests.Processes;

internal static class Percentile
{
    public static double Of(double[] sorted, double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
}
