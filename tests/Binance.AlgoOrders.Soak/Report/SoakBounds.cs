using System.Globalization;

namespace Binance.AlgoOrders.Soak;

/// <summary>What is allowed. Of what the process holds, the median of the second half of the samples is held against that of the first.</summary>
internal static class SoakBounds
{
    /// <summary>What the callers' tokens are honoured within, 99 times of 100.</summary>
    public const double LongestLeaveMilliseconds = 50;

    // Everything but sockets is opened once.
    private const int LargestGrowthOfFiles = 8;
    private const int LargestGrowthOfThreads = 8;
    private const int LargestGrowthOfTimers = 32;

    // Some 20 bytes for every call of the second half of ten minutes.
    private const long LargestGrowthOfHeap = 1024 * 1024;

    private static readonly TimeSpan LargestOverrun = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Bound> Of(SoakFigures figures, SoakPlan plan)
    {
        List<Bound> bounds =
        [
            new("lies", Text(figures.Lies), "0", figures.Lies == 0),
            new("fewest calls of a caller in a round", Text(figures.FewestCalls), "1", figures.FewestCalls >= 1),
            Growth(figures, "growth of open files that are no sockets", sample => sample.OpenFiles - sample.Sockets, LargestGrowthOfFiles),
            Growth(figures, "growth of sockets", sample => sample.Sockets, SocketsOf(plan)),
            Growth(figures, "growth of threads", sample => sample.Threads, LargestGrowthOfThreads),
            Growth(figures, "growth of waiting work items", sample => sample.PendingWork, plan.Concurrency),
            Growth(figures, "growth of timers", sample => sample.Timers, LargestGrowthOfTimers),
            Growth(figures, "growth of live heap, bytes", sample => sample.HeapBytes, LargestGrowthOfHeap),
        ];
        return plan.JudgesTime ? [.. bounds, .. OfTime(figures)] : bounds;
    }

    // A round leaves as many connections idle as it happens to, up to one for a caller, and some that were opened in vain. A leak of one socket in a
    // thousand calls would come to more within a minute or two.
    private static int SocketsOf(SoakPlan plan) => plan.Concurrency + 16;

    private static IEnumerable<Bound> OfTime(SoakFigures figures)
    {
        double leave = figures.Leaves.Percentile(0.99);
        yield return new Bound(
            "ms from a caller's Cancel() to the end of the call, 99th percentile",
            string.Create(CultureInfo.InvariantCulture, $"{leave:N1} of {figures.Leaves.Count}"),
            Text((long)LongestLeaveMilliseconds),
            leave <= LongestLeaveMilliseconds);
        yield return new Bound(
            "longest that a call outlived its time, ms",
            Text((long)figures.LongestOverrun.TotalMilliseconds),
            Text((long)LargestOverrun.TotalMilliseconds),
            figures.LongestOverrun <= LargestOverrun);
    }

    private static Bound Growth(SoakFigures figures, string name, Func<ProcessSample, long?> read, long allowed)
    {
        long[] values = [.. figures.Samples.Select(read).OfType<long>()];
        if (values.Length < 2)
        {
            return new Bound(name, "not told by this system", Text(allowed), IsKept: true);
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
