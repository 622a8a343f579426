using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Names what was special in the world during a call, in a few words for the table.</summary>
internal static class Situation
{
    private static readonly TimeSpan MomentAgo = TimeSpan.FromSeconds(3);

    /// <summary>Names the situation of a false claim about the cancel of one order.</summary>
    public static string Of(ScenarioRun scenario, ICompletedCancel call, IEnumerable<RecordedRequest> cancels)
    {
        SimulatedOrderStatus? status = call.StatusAtEnd;
        return call switch
        {
            _ when HasCopies(scenario, cancels) => "copies by a handler or the framework",
            _ when cancels.Any(record => IsLate(record, call)) => "a copy is executed late",
            { Order: { } order } when order.IsHiddenFromQueries => "an order that queries lost",
            _ when status is SimulatedOrderStatus.Triggered or SimulatedOrderStatus.Finished or SimulatedOrderStatus.Triggering => "the order fired",
            { Order: { } order } when order.VisibleFrom > call.Start.Exchange => "placed a moment ago",
            { Plan.ByClientAlgoId: true } when CountSameId(call) > 1 => "a client id used twice",
            { Order: null } => "an unknown id",
            _ => "nothing special",
        };
    }

    /// <summary>Names the situation of a false claim about a new order.</summary>
    public static string Of(ScenarioRun scenario, PlaceCall call)
    {
        RecordedRequest[] requests = [.. scenario.RequestsOf(call).Where(record => record.Method == "POST")];
        return call switch
        {
            _ when HasCopies(scenario, requests) => "copies by a handler or the framework",
            _ when scenario.Plan.Host == HostKind.StandardResilience && requests.Length > 1 => "standard resilience sends again",
            { Plan: { Predecessor: not null } or { IdOf: not null } } => "a client id used twice",
            _ when requests.Any(record => record.ProcessedAt > record.ReceivedAt) => "executed late",
            _ when call.Created.Any(order => order.QueryableFrom > order.CreatedAt) => "queries lag",
            _ => "nothing special",
        };
    }

    /// <summary>Names the situation of a false claim about all orders of a symbol.</summary>
    public static string Of(ScenarioRun scenario, CancelAllCall call)
    {
        RecordedRequest[] cancels = [.. scenario.CancelsOf(call)];
        SimulatedOrder[] orders = [.. call.World.AtEnd.Keys.Where(order => order.Symbol == call.Plan.Symbol)];
        return call switch
        {
            _ when HasCopies(scenario, cancels) => "copies by a handler or the framework",
            _ when cancels.Any(record => record.ProcessedAt > call.End.Exchange) => "a copy is executed late",
            _ when !cancels.Any(record => record is { StatusCode: 200, Path: var path } && path.EndsWith("algoOpenOrders", StringComparison.Ordinal)) => "no cancel of all orders succeeds",
            _ when Array.Exists(orders, order => order.VisibleFrom > call.Start.Exchange) => "placed a moment ago",
            _ => "nothing special",
        };
    }

    /// <summary>Names the situation that decides how many requests a cancel needs.</summary>
    public static string OfCost(CancelCall call, IReadOnlyList<RecordedRequest> cancels) => call switch
    {
        { Order: null } => "unknown order",
        _ when cancels is [{ IsExecuted: true, Fault: null }, ..] => "acknowledged at once",
        _ when ((ICompletedCancel)call).StatusAtEnd is SimulatedOrderStatus.Triggering or SimulatedOrderStatus.Triggered or SimulatedOrderStatus.Finished => "triggered",
        _ when cancels.Any(record => record is { IsExecuted: true, Fault: not null }) => "response lost",
        { Order: { } order } when order.VisibleFrom > call.Start.Exchange || call.Start.Exchange - order.CreatedAt < MomentAgo => "placed a moment ago",
        _ when call.HistoryAtEnd is [.., { Status: not SimulatedOrderStatus.New } last] && last.At <= call.Start.Exchange => "ended before",
        _ => "another failure",
    };

    // Copies of one signature, or of one attempt of the client.
    private static bool HasCopies(ScenarioRun scenario, IEnumerable<RecordedRequest> requests) =>
        scenario.Plan.Host != HostKind.None && requests.GroupBy(record => record.Query, StringComparer.Ordinal).Any(copies => copies.Count() > 1);

    private static bool IsLate(RecordedRequest record, ICompletedCancel call) => record.IsExecuted && record.ProcessedAt > call.End.Exchange;

    private static int CountSameId(ICompletedCancel call) => call.World.AtEnd.Keys.Count(order => order.ClientAlgoId == Requested.ClientIdOf(call.Id));
}
