using System.Diagnostics;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The average cost of a call in one round.</summary>
internal readonly record struct Round(double Microseconds, double Bytes)
{
    private const int WarmUpCalls = 100;

    /// <summary>Averages parts with the same number of calls.</summary>
    public static Round AverageOf(IReadOnlyCollection<Round> parts) => new(parts.Average(part => part.Microseconds), parts.Average(part => part.Bytes));

    public static async Task<Round> MeasureAsync(Variant variant, int calls)
    {
        await variant.WarmUpAsync(Math.Min(calls, WarmUpCalls));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            await variant.CallAsync();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Round(elapsed.TotalMicroseconds / calls, (double)allocated / calls);
    }
}
