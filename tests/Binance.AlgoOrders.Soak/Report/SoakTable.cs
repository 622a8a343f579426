using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Soak;

/// <summary>Formats the figures: a row for each round, and the sums at the end.</summary>
internal static class SoakTable
{
    private const string LoadFile = "/proc/loadavg";

    private static readonly string[] Columns =
    [
        "seconds", "calls", "requests", "faults", "canceled", "p50 ms", "p99 ms", "max ms",
        "files", "sockets", "threads", "work", "timers", "heap KiB", "lies", "load",
    ];

    public static string Head { get; } = string.Concat(Columns.Select(column => column.PadLeft(9)));

    public static string Row(TimeSpan elapsed, RoundResult round, ProcessSample sample)
    {
        var delays = new DelayHistogram();
        foreach (TimeSpan delay in round.CancellationDelays)
        {
            delays.Add(delay);
        }

        string[] cells =
        [
            Fine(elapsed.TotalSeconds),
            Whole(round.Calls),
            Whole(round.Requests),
            Whole(round.Faults),
            Whole(delays.Count),
            Fine(delays.Percentile(0.5)),
            Fine(delays.Percentile(0.99)),
            Fine(delays.LongestMilliseconds),
            Whole(sample.OpenFiles),
            Whole(sample.Sockets),
            Whole(sample.Threads),
            Whole(sample.PendingWork),
            Whole(sample.Timers),
            Whole(sample.HeapBytes / 1024),
            Whole(round.Lies.Count),
            MachineLoad(),
        ];
        return string.Concat(cells.Select(cell => cell.PadLeft(9)));
    }

    public static string Sum(SoakFigures figures, IReadOnlyList<Bound> bounds)
    {
        var text = new StringBuilder();
        text.AppendLine().AppendLine("calls by ending");
        foreach ((string ending, int count) in figures.Endings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ending,-80}{Whole(count),12}");
        }

        text.AppendLine().AppendLine("sums");
        (string Name, long Count)[] sums =
            [("rounds", figures.Rounds), ("calls", figures.Calls), ("requests", figures.Requests), ("requests with a fault", figures.Faults)];
        foreach ((string name, long count) in sums)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-80}{Whole(count),12}");
        }

        text.AppendLine().AppendLine("bounds");
        foreach (Bound bound in bounds)
        {
            string result = bound.IsKept ? "kept" : "BROKEN";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {bound.Name,-70}{bound.Measured,44}   allowed {bound.Allowed,10}   {result}");
        }

        foreach (string example in figures.Examples)
        {
            text.AppendLine("LIE " + example);
        }

        return text.ToString();
    }

    // The number of threads that ran or waited for a core, averaged over the last minute. Times mean nothing without it.
    private static string MachineLoad()
    {
        if (!File.Exists(LoadFile))
        {
            return "-";
        }

        return File.ReadAllText(LoadFile).Split(' ')[0];
    }

    private static string Whole(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static string Fine(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
