using System.Diagnostics;

namespace Binance.AlgoOrders.Soak;

/// <summary>What the process holds at rest: between two rounds, with no call under way.</summary>
/// <param name="OpenFiles">Open file descriptors; null: the system does not tell.</param>
/// <param name="Sockets">Those of them that are sockets, of both ends; null: the system does not tell.</param>
/// <param name="Threads">Of the process.</param>
/// <param name="PendingWork">Work items that wait for a thread of the pool.</param>
/// <param name="Timers">That are set.</param>
/// <param name="HeapBytes">Alive after a collection.</param>
internal sealed record ProcessSample(int? OpenFiles, int? Sockets, int Threads, long PendingWork, long Timers, long HeapBytes)
{
    public static ProcessSample Take()
    {
        long pending = ThreadPool.PendingWorkItemCount;
        using Process process = Process.GetCurrentProcess();
        int threads = process.Threads.Count;
        (int? files, int? sockets) = OpenFileTable.Count();
        return new ProcessSample(files, sockets, threads, pending, Timer.ActiveCount, AliveBytes());
    }

    private static long AliveBytes()
    {
        // Twice, so that what finalizers let go is gone too.
        for (int pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
