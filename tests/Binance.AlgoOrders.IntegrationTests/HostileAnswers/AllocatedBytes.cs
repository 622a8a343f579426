namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>What a call allocates, and everything else in the process with it: for tests that run alone.</summary>
internal static class AllocatedBytes
{
    /// <summary>Room for all that may be read of an answer, and little more.</summary>
    public const long Few = 8 << 20;

    public static async Task<long> OfAsync(Func<Task> call)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await call();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
