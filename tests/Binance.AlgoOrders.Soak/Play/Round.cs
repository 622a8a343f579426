using System.Globalization;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>
/// Runs a few seconds of load and checks every call. Each round has its own exchange, because the growing state of an exchange would look like a leak of
/// the client.
/// </summary>
internal static class Round
{
    /// <summary>Runs a round to its end.</summary>
    /// <exception cref="TimeoutException">A call hangs.</exception>
    public static async Task<RoundResult> RunAsync(Venue venue, int number)
    {
        SoakPlan plan = venue.Plan;
        Fault[] faults = FaultMix.Draw(new Dice(plan.Seed, -1 - number));
        venue.Exchange.Faults.Randomly(FaultMix.Probability, plan.Seed + number, faults);
        Caller[] callers = [.. Enumerable.Range(0, plan.Concurrency).Select(place => new Caller(
            venue,
            string.Create(CultureInfo.InvariantCulture, $"r{number}-c{place}"),
            new Dice(plan.Seed, (number * plan.Concurrency) + place)))];
        await Task.WhenAll(callers.Select(caller => Task.Run(caller.CallAsync))).WaitAsync(plan.RoundTimeout);
        await Task.Delay(plan.Settling);
        return Check(venue, callers);
    }

    private static RoundResult Check(Venue venue, Caller[] callers)
    {
        IReadOnlyList<RecordedRequest> requests = venue.Exchange.Requests;
        ILookup<string, RecordedRequest> cancels = requests.Where(record => record.Method == "DELETE").ToLookup(WindowOf, StringComparer.Ordinal);
        var result = new RoundResult
        {
            Requests = requests.Count,
            Faults = requests.Count(record => record.Fault is not null),
            FewestCalls = callers.Min(caller => caller.Calls.Count),
        };
        foreach (MadeCall call in callers.SelectMany(caller => caller.Calls))
        {
            result.Add(call, call.Lies(call is OrderCall orderCall ? cancels[WindowOf(orderCall)] : []));
        }

        return result;
    }

    private static string WindowOf(RecordedRequest cancel) =>
        Array.Find(cancel.Query.Split('&'), part => part.StartsWith("recvWindow=", StringComparison.Ordinal)) ?? "";

    private static string WindowOf(OrderCall call) =>
        string.Create(CultureInfo.InvariantCulture, $"recvWindow={call.Plan.RecvWindow.TotalMilliseconds}");
}
