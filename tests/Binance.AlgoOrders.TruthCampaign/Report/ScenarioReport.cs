using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Reports a scenario as text: its events in order, the results of its calls, and the claims to check.</summary>
internal static class ScenarioReport
{
    /// <summary>The first number of the calls that are not single cancels.</summary>
    public const int FirstOtherNumber = 100;

    private const int MaxLines = 60;

    public static string Create(ScenarioRun scenario, int number, IReadOnlyList<string> claims)
    {
        var text = new StringBuilder();
        ScenarioPlan plan = scenario.Plan;
        AppendLine(text, $"--- seed {plan.Seed}, scenario {plan.Number}, {plan.Mode}{If(number >= 0, $", call {number}")}: {string.Join("; ", claims)}");
        AppendLine(text, $"client: timeout {Time(plan.Client.Timeout)}, attempt {Time(plan.Client.AttemptTimeout)}, {plan.Client.MaxRetryAttempts} retries,"
            + $" latency up to {Time(plan.Client.MaxLatency)}{If(plan.Client.SynchronizesFirst, ", synchronizes first")}");
        AppendLine(text, $"clock: exchange ahead by {Time(plan.Clock.Skew)}, drift {Time(plan.Clock.DriftPerSecond)} per second"
            + string.Concat(plan.Clock.Steps.Select(step => $", wall clock set by {Time(step.By)} at {Time(step.At)}")));
        AppendLine(text, $"faults: {plan.Faults.Probability:P0}{If(plan.Faults.OnlyCancels, " of cancels only")}{At(" until", plan.Faults.StopsAt)}"
            + If(plan.Faults.Burst.Count > 0, $", {plan.Faults.Burst.Count} in a row from {Time(plan.Faults.BurstAt)}"));
        AppendLine(text, $"host: {plan.Host}, views lag: query {Time(plan.Views.Delays.Query)}, cancel {Time(plan.Views.Delays.Cancel)}, list {Time(plan.Views.Delays.List)},"
            + $" status {Time(plan.Views.StatusDelay)}, cancel-all of nothing {plan.Views.EmptyCancelAllErrorCode?.ToString(CultureInfo.InvariantCulture) ?? "succeeds"}");
        DateTimeOffset start = scenario.Calls[0].Start.Exchange - scenario.Calls[0].Start.Elapsed;
        foreach (MarketPlan market in plan.Markets)
        {
            AppendLine(text, $"position in {market.Symbol}: {market.Position}{If(!plan.HasMargin, ", no margin")}"
                + string.Concat(market.Prices.OrderBy(price => price.At).Select(price => string.Create(CultureInfo.InvariantCulture, $", price {price.Price} at {Time(price.At)}"))));
        }

        foreach (SimulatedOrder order in scenario.AllOrders)
        {
            AppendLine(text, $"order {order}: {string.Join(" → ", order.History.Select(change => $"{change.Status} {Time(change.At - start)}"))}"
                + $", visible to query {Time(order.QueryableFrom - start)}, cancel {Time(order.CancelableFrom - start)}, list {Time(order.ListedFrom - start)}"
                + $"{If(order.IsHiddenFromQueries, ", hidden from queries")}, child {order.ActualOrderId}");
        }

        for (int i = 0; i < scenario.Calls.Count; i++)
        {
            CancelCall call = scenario.Calls[i];
            if (number is < 0 or >= FirstOtherNumber || i == number || call.Plan.Order == scenario.Calls[number].Plan.Order)
            {
                AppendCall(text, $"call {i}", call);
            }
        }

        foreach (PlaceCall call in scenario.Places)
        {
            AppendPlace(text, call);
        }

        foreach (ReplaceCall call in scenario.Replaces)
        {
            AppendReplace(text, call);
        }

        foreach (BulkItem item in scenario.Bulk?.Items ?? [])
        {
            AppendCall(text, "bulk item", item);
        }

        if (scenario.CancelAll is { } cancelAll)
        {
            AppendCancelAll(text, cancelAll);
        }

        AppendRequests(text, scenario, start);
        return text.ToString();
    }

    private static void AppendCancelAll(StringBuilder text, CancelAllCall call)
    {
        AppendLine(text, $"{(call.Plan.IsEnsured ? "ensure all canceled" : "cancel all")} of {call.Plan.Symbol} (timeout {Time(call.Timeout)}):"
            + $" {Time(call.Start.Elapsed)} to {Time(call.End.Elapsed)}" + At(", canceled by the caller at", call.GaveUp?.Elapsed));
        AppendLine(text, $"  result {Ending.NameOf(call)}");
        foreach (CancelAllItem item in call.Items)
        {
            AppendCall(text, "  one order", item);
        }

        if ((call.Failure ?? call.Outcome?.LastError) is { } error)
        {
            AppendLine(text, $"  {error.GetType().Name}: {error.Message}");
        }
    }

    private static void AppendPlace(StringBuilder text, PlaceCall call)
    {
        AppendLine(text, $"place {call.Order} (timeout {Time(call.Timeout)}): {Time(call.Start.Elapsed)} to {Time(call.End.Elapsed)}"
            + At(", canceled by the caller at", call.GaveUp?.Elapsed));
        AppendLine(text, $"  result {Ending.NameOf(call)} {call.Placed?.AlgoId}, true state at the end: {string.Join(", ", call.Created)}");
        if (call.Failure is { } error)
        {
            AppendLine(text, $"  {error.GetType().Name}: {error.Message}");
        }
    }

    private static void AppendReplace(StringBuilder text, ReplaceCall call)
    {
        AppendLine(text, $"replace {call.Current} by {call.Plan.Replacement} ({call.Plan.Sequence}, known {call.Plan.Known}, timeout {Time(call.Timeout)}):"
            + $" {Time(call.Start.Elapsed)} to {Time(call.End.Elapsed)}" + At(", canceled by the caller at", call.GaveUp?.Elapsed));
        AppendLine(text, $"  result {Ending.NameOf(call)} {call.Outcome}");
        if (call.Failure is { } error)
        {
            AppendLine(text, $"  {error.GetType().Name}: {error.Message}");
        }
    }

    private static void AppendCall(StringBuilder text, string name, ICompletedCancel call)
    {
        AppendLine(text, $"{name} (recvWindow {call.Plan.RecvWindow.TotalMilliseconds}, timeout {Time(call.Timeout)}, symbol {call.Plan.Symbol ?? "none"}"
            + $"{If(call.Plan.IsSingleCancel, ", a single cancel")}) of {call.Id}: {Time(call.Start.Elapsed)} to {Time(call.End.Elapsed)}"
            + At(", canceled by the caller at", call.GaveUp?.Elapsed));
        AppendLine(text, $"  result {Ending.NameOf(call)}, true state then: {call.StatusAtEnd?.ToString() ?? "never existed"}");
        Exception? error = call.Failure
            ?? (call.Outcome as CancelAlgoOrderOutcome.Unknown)?.LastError
            ?? (call.Outcome as CancelAlgoOrderOutcome.StillOpen)?.LastError;
        if (error is not null)
        {
            AppendLine(text, $"  {error.GetType().Name}: {error.Message}");
        }

        foreach (CancelAttempt attempt in (call.Outcome?.Attempts ?? []).Take(MaxLines))
        {
            AppendLine(text, $"  {attempt.StartedAt:HH:mm:ss.fff} +{Time(attempt.Duration)} {attempt.Endpoint} {attempt.Execution} {(int?)attempt.StatusCode} {attempt.ErrorCode}"
                + $" {attempt.Failure?.GetType().Name}");
        }
    }

    private static void AppendRequests(StringBuilder text, ScenarioRun scenario, DateTimeOffset start)
    {
        AppendLine(text, $"requests that the exchange received:");
        foreach (RecordedRequest record in scenario.Requests.Take(MaxLines))
        {
            IEnumerable<string> parameters = record.Query.Split('&').Where(parameter => !parameter.StartsWith("signature=", StringComparison.Ordinal));
            AppendLine(text, $"  {Time(record.ReceivedAt - start)} {NameOf(scenario, scenario.SenderOf(record)?.Caller)}: {record.Method} {record.Path} {string.Join(' ', parameters)}"
                + $" → {record.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "not processed"} {record.ErrorCode} {record.Reason}"
                + If(record.ProcessedAt != record.ReceivedAt, At(" at", record.ProcessedAt - start))
                + If(record.CanceledOrders.Count > 0, $" canceled {string.Join(", ", record.CanceledOrders.Select(order => order.AlgoId))}")
                + If(record.Fault is not null, $" [{record.Fault}]"));
        }
    }

    private static string NameOf(ScenarioRun scenario, ScenarioCall? caller) => caller switch
    {
        CancelCall call => $"call {scenario.Calls.ToList().IndexOf(call)}",
        PlaceCall => "place",
        ReplaceCall => "replace",
        BulkCall => "bulk",
        CancelAllCall => "cancel all",
        _ => "client",
    };

    private static string If(bool condition, string text) => condition ? text : "";

    private static string At(string prefix, TimeSpan? time) => time is { } known ? $"{prefix} {Time(known)}" : "";

    private static string Time(TimeSpan? time) => time is { } known ? Time(known) : "none";

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000}s");

    private static void AppendLine(StringBuilder text, string line) => text.AppendLine(line);
}
