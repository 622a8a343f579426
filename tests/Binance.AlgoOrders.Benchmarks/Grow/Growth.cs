namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Compares the memory of the first and the last stretch of many calls of one client.</summary>
/// <param name="Name">The name of the variant.</param>
/// <param name="Early">Bytes per call in the first stretch.</param>
/// <param name="Late">Bytes per call in the last stretch.</param>
/// <param name="HeapEarly">Live bytes after the first stretch.</param>
/// <param name="HeapLate">Live bytes after the last stretch.</param>
/// <param name="Generation2">Collections of the oldest generation in between, without the forced ones.</param>
internal sealed record Growth(string Name, double Early, double Late, long HeapEarly, long HeapLate, int Generation2)
{
    private const double LargestDrift = 0.01;
    private const long LargestHeapGrowth = 64 * 1024;
    private const int OldestGeneration = 2;

    // The bytes are those of the whole process, so other work can add to a sample. The smallest sample counts.
    private const int Samples = 3;

    public bool IsBounded => Math.Abs(Late - Early) <= Early * LargestDrift && HeapLate - HeapEarly <= LargestHeapGrowth && Generation2 == 0;

    public static async Task<Growth> MeasureAsync(Variant variant, int stretch, int calls)
    {
        double early = await LeastBytesAsync(variant, stretch);
        long heapEarly = LiveBytes();
        int collections = GC.CollectionCount(OldestGeneration);
        for (int call = Samples * stretch; call < calls - (Samples * stretch); call++)
        {
            await variant.CallAsync();
        }

        collections = GC.CollectionCount(OldestGeneration) - collections;
        double late = await LeastBytesAsync(variant, stretch);
        return new Growth(variant.Name, early, late, heapEarly, LiveBytes(), collections);
    }

    private static async Task<double> LeastBytesAsync(Variant variant, int stretch)
    {
        double least = double.MaxValue;
        for (int sample = 0; sample < Samples; sample++)
        {
            least = Math.Min(least, (await Round.MeasureAsync(variant, stretch)).Bytes);
        }

        return least;
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
