using System.Diagnostics;

namespace Binance.AlgoOrders.Soak;

/// <summary>The resources of the process between two rounds, when no call is under way.</summary>
/// <param name="OpenFiles">The number of open file descriptors, or null if the system does not list them.</param>
/// <param name="Sockets">The number of open sockets, of client and server, or null if the system does not list them.</param>
/// <param name="Threads">The number of threads of the process.</param>
/// <param name="PendingWork">The number of work items that wait for a thread of the pool.</param>
/// <param name="Timers">The number of active timers.</param>
/// <param name="HeapBytes">The live bytes of the heap after a collection.</param>
internal sealed record ProcessSample(int? OpenFiles, int? Sockets, int Threads, long PendingWork, long Timers, long HeapBytes)
{
    public static ProcessSample Take()
    {
        long pending = ThreadPool.PendingWorkItemCount;
        using Process process = Process.GetCurrentProcess();
        int threads = process.Threads.Count;
        (int? files, int? sockets) = OpenFileTable.Count();
        return new ProcessSample(files, sockets, threads, pending, Timer.ActiveCount, LiveBytes());
    }

    private static long LiveBytes()
    {
        // The second pass collects the objects that finalizers have released.
        for (int pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
