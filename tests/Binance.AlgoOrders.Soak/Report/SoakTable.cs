using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.Soak;

/// <summary>The figures as a reader wants to see them: a row for every round, and the whole at the end.</summary>
internal static class SoakTable
{
    private static readonly string[] Columns =
    [
        "seconds", "calls", "requests", "faults", "gave up", "p50 ms", "p99 ms", "max ms",
        "files", "sockets", "threads", "work", "timers", "heap KiB", "lies", "load",
    ];

    public static string Head { get; } = string.Concat(Columns.Select(column => column.PadLeft(9)));

    public static string Row(TimeSpan elapsed, RoundResult round, ProcessSample sample)
    {
        var leaves = new DelayHistogram();
        foreach (TimeSpan leave in round.Leaves)
        {
            leaves.Add(leave);
        }

        string[] cells =
        [
            Fine(elapsed.TotalSeconds),
            Whole(round.Calls),
            Whole(round.Requests),
            Whole(round.Faults),
            Whole(leaves.Count),
            Fine(leaves.Percentile(0.5)),
            Fine(leaves.Percentile(0.99)),
            Fine(leaves.LongestMilliseconds),
            Whole(sample.OpenFiles),
            Whole(sample.Sockets),
            Whole(sample.Threads),
            Whole(sample.PendingWork),
            Whole(sample.Timers),
            Whole(sample.HeapBytes / 1024),
            Whole(round.Lies.Count),
            MachineLoad.OfLastMinute,
        ];
        return string.Concat(cells.Select(cell => cell.PadLeft(9)));
    }

    public static string Sum(SoakFigures figures, IReadOnlyList<Bound> bounds)
    {
        var text = new StringBuilder();
        text.AppendLine().AppendLine("how the calls ended");
        foreach ((string ending, int count) in figures.Endings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ending,-80}{Whole(count),12}");
        }

        text.AppendLine().AppendLine("in sum");
        (string Name, long Count)[] sums =
            [("rounds", figures.Rounds), ("calls", figures.Calls), ("requests", figures.Requests), ("requests struck by a fault", figures.Faults)];
        foreach ((string name, long count) in sums)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-80}{Whole(count),12}");
        }

        text.AppendLine().AppendLine("bounds");
        foreach (Bound bound in bounds)
        {
            string verdict = bound.IsKept ? "kept" : "BROKEN";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {bound.Name,-70}{bound.Measured,44}   allowed {bound.Allowed,10}   {verdict}");
        }

        foreach (string story in figures.Stories)
        {
            text.AppendLine("LIE " + story);
        }

        return text.ToString();
    }

    private static string Whole(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static string Fine(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
