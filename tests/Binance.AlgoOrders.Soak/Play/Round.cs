using System.Globalization;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>
/// A few seconds of load on an exchange of its own, so that what an exchange remembers does not look like a leak of the client, and the
/// judgement of every call.
/// </summary>
internal static class Round
{
    /// <summary>Plays it to its end.</summary>
    /// <exception cref="TimeoutException">A call hangs.</exception>
    public static async Task<RoundResult> PlayAsync(Venue venue, int number)
    {
        SoakPlan plan = venue.Plan;
        Fault[] faults = FaultMenu.Draw(new Dice(plan.Seed, -1 - number));
        venue.Exchange.Faults.Randomly(FaultMenu.Probability, plan.Seed + number, faults);
        Caller[] callers = [.. Enumerable.Range(0, plan.Concurrency).Select(place => new Caller(
            venue,
            string.Create(CultureInfo.InvariantCulture, $"r{number}-c{place}"),
            new Dice(plan.Seed, (number * plan.Concurrency) + place)))];
        await Task.WhenAll(callers.Select(caller => Task.Run(caller.CallAsync))).WaitAsync(plan.StuckAfter);
        await Task.Delay(plan.Settling);
        return Judge(venue, callers);
    }

    private static RoundResult Judge(Venue venue, Caller[] callers)
    {
        IReadOnlyList<SimulatedExchangeRecord> journal = venue.Exchange.Journal;
        ILookup<string, SimulatedExchangeRecord> cancels = journal.Where(record => record.Method == "DELETE").ToLookup(WindowOf, StringComparer.Ordinal);
        var result = new RoundResult
        {
            Requests = journal.Count,
            Faults = journal.Count(record => record.Fault is not null),
            FewestCalls = callers.Min(caller => caller.Calls.Count),
        };
        foreach (MadeCall call in callers.SelectMany(caller => caller.Calls))
        {
            result.Add(call, call.Lies(call is OrderCall about ? cancels[WindowOf(about)] : []));
        }

        return result;
    }

    private static string WindowOf(SimulatedExchangeRecord cancel) =>
        Array.Find(cancel.Query.Split('&'), part => part.StartsWith("recvWindow=", StringComparison.Ordinal)) ?? "";

    private static string WindowOf(OrderCall call) =>
        string.Create(CultureInfo.InvariantCulture, $"recvWindow={call.Plan.RecvWindow.TotalMilliseconds}");
}
