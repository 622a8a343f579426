namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Measures the bytes that the process allocates during a call, for tests that do not run in parallel.</summary>
internal static class AllocatedBytes
{
    /// <summary>The limit: little more than the longest response that the client reads.</summary>
    public const long Limit = 8 << 20;

    public static async Task<long> OfAsync(Func<Task> call)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await call();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
