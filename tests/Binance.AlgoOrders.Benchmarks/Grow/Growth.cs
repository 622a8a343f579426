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

    // Bytes are those of the whole process: what else it does meanwhile comes on top, in the one stretch or the other.
    private const int Looks = 3;

    public bool IsBounded => Math.Abs(Late - Early) <= Early * LargestDrift && HeapLate - HeapEarly <= LargestHeapGrowth && Generation2 == 0;

    public static async Task<Growth> MeasureAsync(Variant variant, int stretch, int calls)
    {
        double early = await LeastBytesAsync(variant, stretch);
        long heapEarly = AliveBytes();
        int collections = GC.CollectionCount(OldestGeneration);
        for (int call = Looks * stretch; call < calls - (Looks * stretch); call++)
        {
            await variant.CallAsync();
        }

        collections = GC.CollectionCount(OldestGeneration) - collections;
        double late = await LeastBytesAsync(variant, stretch);
        return new Growth(variant.Name, early, late, heapEarly, AliveBytes(), collections);
    }

    private static async Task<double> LeastBytesAsync(Variant variant, int stretch)
    {
        double least = double.MaxValue;
        for (int look = 0; look < Looks; look++)
        {
            least = Math.Min(least, (await Round.MeasureAsync(variant, stretch)).Bytes);
        }

        return least;
    }

    private static long AliveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
