using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Tells a scenario so that a reader sees what happened, in what order, and what was said of it.</summary>
internal static class Story
{
    /// <summary>The first number of what is no single cancel.</summary>
    public const int OfFamily = 100;

    private const int MostLines = 60;

    public static string Tell(PlayedScenario scenario, int place, IReadOnlyList<string> claims)
    {
        var text = new StringBuilder();
        ScenarioPlan plan = scenario.Plan;
        Line(text, $"--- seed {plan.Seed}, scenario {plan.Number}, {plan.Mode}{(place < 0 ? "" : $", call {place}")}: {string.Join("; ", claims)}");
        Line(text, $"client: timeout {Time(plan.Client.Timeout)}, attempt {Time(plan.Client.AttemptTimeout)}, {plan.Client.MaxRetryAttempts} repetitions,"
            + $" way up to {Time(plan.Client.LongestWay)}{(plan.Client.SynchronizesFirst ? ", synchronises first" : "")}");
        Line(text, $"clock: exchange ahead by {Time(plan.Clock.Skew)}, drift {Time(plan.Clock.DriftPerSecond)} per second"
            + string.Concat(plan.Clock.Steps.Select(step => $", wall clock set by {Time(step.By)} at {Time(step.At)}")));
        Line(text, $"faults: {plan.Faults.Probability:P0}{(plan.Faults.OnlyCancels ? " of cancels only" : "")}{(plan.Faults.StopsAt is { } stop ? $" until {Time(stop)}" : "")}"
            + (plan.Faults.Burst.Count == 0 ? "" : $", {plan.Faults.Burst.Count} in a row from {Time(plan.Faults.BurstAt)}"));
        DateTimeOffset zero = scenario.Calls[0].Start.Exchange - scenario.Calls[0].Start.Elapsed;
        foreach (SimulatedOrder order in scenario.AllOrders)
        {
            Line(text, $"order {order}: {string.Join(" → ", order.History.Select(change => $"{change.Status} {Time(change.At - zero)}"))}"
                + $", visible from {Time(order.VisibleFrom - zero)}, child {order.ActualOrderId}");
        }

        for (int number = 0; number < scenario.Calls.Count; number++)
        {
            PlayedCall call = scenario.Calls[number];
            if (place is < 0 or >= OfFamily || number == place || call.Plan.Order == scenario.Calls[place].Plan.Order)
            {
                TellCall(text, number, call);
            }
        }

        foreach (PlayedPlace call in scenario.Places)
        {
            TellPlace(text, call);
        }

        foreach (PlayedItem item in scenario.Bulk?.Items ?? [])
        {
            TellCall(text, OfFamily, item);
        }

        TellJournal(text, scenario, zero);
        return text.ToString();
    }

    private static void TellPlace(StringBuilder text, PlayedPlace call)
    {
        Line(text, $"place {call.Order} (timeout {Time(call.Timeout)}): {Time(call.Start.Elapsed)} to {Time(call.End.Elapsed)}"
            + (call.GaveUp is { } gaveUp ? $", given up at {Time(gaveUp.Elapsed)}" : ""));
        Line(text, $"  said {Ending.NameOf(call)} {call.Placed?.AlgoId}; the truth at last: {string.Join(", ", call.Created)}");
        if (call.Failure is { } error)
        {
            Line(text, $"  {error.GetType().Name}: {error.Message}");
        }
    }

    private static void TellCall(StringBuilder text, int number, IPlayedCancel call)
    {
        Line(text, $"{(number == OfFamily ? "one of many" : $"call {number}")} (recvWindow {call.Plan.RecvWindow.TotalMilliseconds}, timeout {Time(call.Timeout)}, symbol {call.Plan.Symbol ?? "none"}"
            + $"{(call.Plan.IsSingleCancel ? ", a single cancel" : "")}) of {call.Id}: {Time(call.Start.Elapsed)} to {Time(call.End.Elapsed)}"
            + (call.GaveUp is { } gaveUp ? $", given up at {Time(gaveUp.Elapsed)}" : ""));
        Line(text, $"  said {Ending.NameOf(call)}; the truth then: {call.StatusAtEnd?.ToString() ?? "never existed"}");
        Exception? error = call.Failure
            ?? (call.Outcome as CancelAlgoOrderOutcome.Unknown)?.LastError
            ?? (call.Outcome as CancelAlgoOrderOutcome.StillOpen)?.LastError;
        if (error is not null)
        {
            Line(text, $"  {error.GetType().Name}: {error.Message}");
        }

        foreach (CancelAttempt attempt in (call.Outcome?.Attempts ?? []).Take(MostLines))
        {
            Line(text, $"  {attempt.StartedAt:HH:mm:ss.fff} +{Time(attempt.Duration)} {attempt.Operation} {attempt.Result} {(int?)attempt.StatusCode} {attempt.ErrorCode}"
                + $" {attempt.Failure?.GetType().Name}");
        }
    }

    private static void TellJournal(StringBuilder text, PlayedScenario scenario, DateTimeOffset zero)
    {
        Line(text, $"the exchange's journal:");
        foreach (SimulatedExchangeRecord record in scenario.Journal.Take(MostLines))
        {
            IEnumerable<string> told = record.Query.Split('&').Where(parameter => !parameter.StartsWith("signature=", StringComparison.Ordinal));
            Line(text, $"  {Time(record.ReceivedAt - zero)} {record.Method} {record.Path} {string.Join(' ', told)}"
                + $" → {record.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "not judged"} {record.ErrorCode} {record.Reason}"
                + (record.JudgedAt is { } judged && judged != record.ReceivedAt ? $" at {Time(judged - zero)}" : "")
                + (record.Fault is null ? "" : $" [{record.Fault}]"));
        }
    }

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000}s");

    private static void Line(StringBuilder text, string line) => text.AppendLine(line);
}
