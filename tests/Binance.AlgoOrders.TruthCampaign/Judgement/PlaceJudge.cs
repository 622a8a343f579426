using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Holds what was said of a new order against what the exchange placed, then and later.</summary>
internal static class PlaceJudge
{
    public const string PlacedTwice = "PlaceAsync placed more than one order";

    public static IReadOnlyList<string> Lies(IPlayedPlace call)
    {
        IReadOnlyList<SimulatedOrder> created = call.Created;
        IEnumerable<string> lies = call switch
        {
            { Placed: { } placed } => LiesOf(placed, call, created),
            { Failure: { } failure } => LiesOf(failure, call, created),
            _ => ["PlaceAsync brought neither an order nor an exception"],
        };
        return [.. lies, .. created.Count > 1 ? [PlacedTwice] : Array.Empty<string>()];
    }

    private static IEnumerable<string> LiesOf(AlgoOrder placed, IPlayedPlace call, IReadOnlyList<SimulatedOrder> created)
    {
        if (created is not [var order] || order.AlgoId != placed.AlgoId || call.CreatedAtEnd != 1)
        {
            return [created.Count == 0 ? "PlaceAsync returns an order, and placed none" : "PlaceAsync returns an order that it did not place"];
        }

        bool isShown = (placed.ClientAlgoId, placed.Symbol) == (order.ClientAlgoId, order.Symbol)
            && (call.GivenId is not { } given || placed.ClientAlgoId == given)
            && order.History.Any(change => string.Equals(change.Status.ToString(), placed.Status.Known.ToString(), StringComparison.Ordinal));
        return isShown ? [] : ["PlaceAsync shows its order as it never was"];
    }

    private static IEnumerable<string> LiesOf(Exception failure, IPlayedPlace call, IReadOnlyList<SimulatedOrder> created) => failure switch
    {
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } when created.Count > 0 =>
            [$"PlaceAsync throws {failure.GetType().Name} with NotExecuted, and an order was placed"],
        OperationCanceledException when call.GaveUp is null => ["PlaceAsync throws as if its caller had given up"],
        AlgoOrderException or OperationCanceledException or RunsInCirclesException => [],
        _ => [$"PlaceAsync throws {failure.GetType().Name}, which is not documented"],
    };
}
