namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What many calls of one client leave behind: the first stretch of them beside the last.</summary>
/// <param name="Name">The variant.</param>
/// <param name="Early">Bytes per call in the first stretch.</param>
/// <param name="Late">Bytes per call in the last stretch.</param>
/// <param name="HeapEarly">Bytes alive after the first stretch.</param>
/// <param name="HeapLate">Bytes alive after the last stretch.</param>
/// <param name="Generation2">Collections of the oldest generation in between that nobody forced.</param>
internal sealed record Growth(string Name, double Early, double Late, long HeapEarly, long HeapLate, int Generation2)
{
    private const double LargestDrift = 0.01;
    private const long LargestHeapGrowth = 64 * 1024;
    private const int OldestGeneration = 2;

    public bool IsBounded => Math.Abs(Late - Early) <= Early * LargestDrift && HeapLate - HeapEarly <= LargestHeapGrowth && Generation2 == 0;

    public static async Task<Growth> MeasureAsync(Variant variant, int stretch, int calls)
    {
        double early = (await Round.MeasureAsync(variant, stretch)).Bytes;
        long heapEarly = AliveBytes();
        int collections = GC.CollectionCount(OldestGeneration);
        for (int call = stretch; call < calls - stretch; call++)
        {
            await variant.CallAsync();
        }

        collections = GC.CollectionCount(OldestGeneration) - collections;
        double late = (await Round.MeasureAsync(variant, stretch)).Bytes;
        return new Growth(variant.Name, early, late, heapEarly, AliveBytes(), collections);
    }

    private static long AliveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
