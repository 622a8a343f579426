using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares the claims about a new order with the orders that the exchange placed, during the call and later.</summary>
internal static class PlaceClaimChecker
{
    public const string PlacedTwice = "PlaceAsync placed more than one order";

    private const int DuplicateClientId = -4116;

    public static IReadOnlyList<string> FalseClaims(ICompletedPlace call)
    {
        IReadOnlyList<SimulatedOrder> created = call.Created;
        IEnumerable<string> claims = call switch
        {
            { Placed: { } placed } => FalseClaimsOf(placed, call, created),
            { Failure: { } failure } => FalseClaimsOf(failure, call, created),
            _ => ["PlaceAsync returns neither an order nor an exception"],
        };
        return created.Count > 1 ? [.. claims, PlacedTwice] : [.. claims];
    }

    private static IEnumerable<string> FalseClaimsOf(AlgoOrder placed, ICompletedPlace call, IReadOnlyList<SimulatedOrder> created)
    {
        // Nothing tells the order of another party from its own if id and terms are the same, and it was placed during the call. Times on the wire have
        // whole milliseconds.
        if (created.Count == 0 && placed.CreateTime >= call.Start.Exchange - Truth.ClockResolution)
        {
            return [];
        }

        if (created.FirstOrDefault(order => order.AlgoId == placed.AlgoId) is not { } order || call.CreatedAtEnd == 0)
        {
            return [created.Count == 0 ? "PlaceAsync returns an order, but placed none" : "PlaceAsync returns an order that it did not place"];
        }

        bool isShown = (placed.ClientAlgoId, placed.Symbol) == (order.ClientAlgoId, order.Symbol)
            && (call.GivenId is not { } given || placed.ClientAlgoId == given)
            && order.History.Any(change => string.Equals(change.Status.ToString(), placed.Status.Known.ToString(), StringComparison.Ordinal));
        return isShown ? [] : ["PlaceAsync shows its order in a state that it never had"];
    }

    // A client cannot know of an order that queries hide for longer than the lag that it waits for.
    private static bool IsVisibleInTime(SimulatedOrder order) =>
        !order.IsHiddenFromQueries && order.QueryableFrom - order.CreatedAt <= Truth.VisibilityLag;

    private static IEnumerable<string> FalseClaimsOf(Exception failure, ICompletedPlace call, IReadOnlyList<SimulatedOrder> created) => failure switch
    {
        BinanceApiException { Execution: ExecutionStatus.NotExecuted, ErrorCode: DuplicateClientId } when created.Count > 0 =>
            ["PlaceAsync throws -4116 with NotExecuted, but the duplicate is its own order"],
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } when created.Any(IsVisibleInTime) =>
            [$"PlaceAsync throws {failure.GetType().Name} with NotExecuted, but an order was placed"],
        OperationCanceledException when call.GaveUp is null => ["PlaceAsync throws OperationCanceledException without a cancellation of its caller"],
        AlgoOrderException or OperationCanceledException or BusyLoopException => [],
        _ => [$"PlaceAsync throws {failure.GetType().Name}, which is not documented"],
    };
}
