using System.Globalization;

namespace Binance.AlgoOrders.Soak;

/// <summary>Checks the bounds of a soak. The growth of a resource is the median of the second half of the samples minus that of the first half.</summary>
internal static class SoakBounds
{
    /// <summary>The longest time within which 99 of 100 calls end after their token is canceled.</summary>
    public const double LongestCancellationMilliseconds = 50;

    // All files but sockets are opened once.
    private const int LargestGrowthOfFiles = 8;
    private const int LargestGrowthOfThreads = 8;
    private const int LargestGrowthOfTimers = 32;

    // About 20 bytes for each call in the second half of ten minutes.
    private const long LargestGrowthOfHeap = 1024 * 1024;

    private static readonly TimeSpan LargestOverrun = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Bound> Of(SoakFigures figures, SoakPlan plan)
    {
        List<Bound> bounds =
        [
            new("lies", Text(figures.Lies), "0", figures.Lies == 0),
            new("fewest calls of a caller in a round", Text(figures.FewestCalls), "1", figures.FewestCalls >= 1),
            Growth(figures, "growth of open files without sockets", sample => sample.OpenFiles - sample.Sockets, LargestGrowthOfFiles),
            Growth(figures, "growth of sockets", sample => sample.Sockets, SocketsOf(plan)),
            Growth(figures, "growth of threads", sample => sample.Threads, LargestGrowthOfThreads),
            Growth(figures, "growth of waiting work items", sample => sample.PendingWork, plan.Concurrency),
            Growth(figures, "growth of timers", sample => sample.Timers, LargestGrowthOfTimers),
            Growth(figures, "growth of live heap, bytes", sample => sample.HeapBytes, LargestGrowthOfHeap),
        ];
        if (plan.ChecksTiming)
        {
            bounds.AddRange(OfTime(figures));
        }

        return bounds;
    }

    // A round leaves up to one idle connection for each caller, and a few that were never used. A leak of one socket in a thousand calls exceeds this
    // within two minutes.
    private static int SocketsOf(SoakPlan plan) => plan.Concurrency + 16;

    private static IEnumerable<Bound> OfTime(SoakFigures figures)
    {
        double delay = figures.CancellationDelays.Percentile(0.99);
        yield return new Bound(
            "ms from a caller's Cancel() to the end of the call, 99th percentile",
            string.Create(CultureInfo.InvariantCulture, $"{delay:N1} of {figures.CancellationDelays.Count}"),
            Text((long)LongestCancellationMilliseconds),
            delay <= LongestCancellationMilliseconds);
        yield return new Bound(
            "longest time by which a call exceeded its timeout, ms",
            Text((long)figures.LongestOverrun.TotalMilliseconds),
            Text((long)LargestOverrun.TotalMilliseconds),
            figures.LongestOverrun <= LargestOverrun);
    }

    private static Bound Growth(SoakFigures figures, string name, Func<ProcessSample, long?> read, long allowed)
    {
        long[] values = [.. figures.Samples.Select(read).OfType<long>()];
        if (values.Length < 2)
        {
            return new Bound(name, "not available on this system", Text(allowed), IsKept: true);
        }

        long early = Median(values[..(values.Length / 2)]);
        long late = Median(values[((values.Length + 1) / 2)..]);
        return new Bound(name, $"{Text(late - early)} (from {Text(early)} to {Text(late)})", Text(allowed), late - early <= allowed);
    }

    private static long Median(long[] values)
    {
        long[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
