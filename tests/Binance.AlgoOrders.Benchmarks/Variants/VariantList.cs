namespace Binance.AlgoOrders.Benchmarks;

/// <summary>What is done with all variants of a run.</summary>
internal static class VariantList
{
    public static void DisposeAll(this IReadOnlyList<Variant> variants)
    {
        foreach (Variant variant in variants)
        {
            variant.Dispose();
        }
    }
}
