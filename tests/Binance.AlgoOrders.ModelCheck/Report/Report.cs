using System.Diagnostics;
using System.Globalization;
using Binance.AlgoOrders.Internal.Http;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Writes the result of the check.</summary>
internal static class Report
{
    /// <summary>Explores the models and writes the number of states and lies.</summary>
    /// <returns>0 if there is no lie, otherwise 1.</returns>
    public static int Write(IReadOnlyList<Bounds> bounds)
    {
        var watch = Stopwatch.StartNew();
        int rows = ResponseRules.Table.Count;
        Line($"{Bounds.Common}");
        Line($"{rows} rows of the table of responses, which are {FailureKinds.All.Count} kinds to the decision");
        long states = 0;
        long largest = 0;
        long lies = 0;
        foreach ((Bounds each, Exploration result) in CheckedModel.ExploreCancel(bounds))
        {
            Write($"cancel, {each}", result);
            (states, lies) = (states + result.States, lies + result.Lies);
            largest = Math.Max(largest, result.States);
        }

        Exploration clear = CheckedModel.ExploreClear();
        Write($"cancel all, {Bounds.OfClear}", clear);
        (states, lies) = (states + clear.States, lies + clear.Lies);
        Exploration replace = CheckedModel.ExploreReplace();
        Write($"replace, {Bounds.OfReplace}, {ReplaceState.Count} orders", replace);
        (states, lies) = (states + replace.States, lies + replace.Lies);
        Line($"states: {states:N0}, at least {largest:N0} of them distinct, time: {watch.Elapsed.TotalSeconds:0.0} s");
        Line($"LIES: {lies:N0}");
        return lies == 0 ? 0 : 1;
    }

    /// <summary>Breaks each rule and writes the shortest path to a lie.</summary>
    /// <returns>0 if each broken rule leads to a lie, otherwise 1.</returns>
    public static int WriteBroken()
    {
        int missed = 0;
        foreach ((string rule, Exploration result) in CheckedModel.ExploreBroken())
        {
            Line($"{rule}: {DescribeFirst(result)}");
            missed += result.Lies == 0 ? 1 : 0;
        }

        Line($"BROKEN RULES WITHOUT A LIE: {missed}");
        return missed == 0 ? 0 : 1;
    }

    private static string DescribeFirst(Exploration result) => result.Paths is [var (lie, path), ..]
        ? lie + Environment.NewLine + path
        : string.Create(CultureInfo.InvariantCulture, $"no lie in {result.States:N0} states");

    private static void Write(string name, Exploration result)
    {
        Line($"{name}: {result.States:N0} states, {result.Lies:N0} lies");
        foreach ((Lie lie, string path) in result.Paths)
        {
            Line($"  {lie}, {result.LiesByKind[lie]:N0} times. Shortest path:");
            Line($"{path}");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
