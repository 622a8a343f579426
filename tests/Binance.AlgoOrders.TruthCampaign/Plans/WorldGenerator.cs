using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws the world around the calls: lagging views, client ids that are used again, other parties, and handlers of the host.</summary>
internal static class WorldGenerator
{
    /// <summary>Gets the views of an order that all of them contain at once.</summary>
    public static readonly SimulatedViewDelays VisibleAtOnce = new() { Query = TimeSpan.Zero, Cancel = TimeSpan.Zero, List = TimeSpan.Zero };

    private const double MaxLagSeconds = 3;

    // Less than VisibilityLag, because a client may trust a query after that time.
    private const double MaxStatusLagSeconds = 1.9;

    private static readonly SimulatedOrderStatus[] EndStates =
    [
        SimulatedOrderStatus.Canceled, SimulatedOrderStatus.Canceled, SimulatedOrderStatus.Expired, SimulatedOrderStatus.Triggered,
        SimulatedOrderStatus.Finished, SimulatedOrderStatus.Rejected,
    ];

    private static readonly HostKind[] Handlers = [.. Enum.GetValues<HostKind>().Where(kind => kind != HostKind.None)];

    public static ViewPlan DrawViews(Dice dice)
    {
        SimulatedViewDelays delays = dice.Chance(0.4) ? VisibleAtOnce : DrawDelays(dice);
        TimeSpan statusDelay = dice.Chance(0.7) ? TimeSpan.Zero : dice.Seconds(0, MaxStatusLagSeconds);
        return new ViewPlan(delays, statusDelay, dice.OneOf<int?>(null, null, -2011, -2012));
    }

    public static HostKind DrawHost(Dice dice) => dice.Chance(0.6) ? HostKind.None : dice.OneOf<HostKind>(Handlers);

    /// <summary>Adds what happened to an order before and what other parties do with its client id.</summary>
    public static OrderPlan DrawHistory(Dice dice, OrderPlan order)
    {
        SimulatedViewDelays delays = order.Age == TimeSpan.Zero && dice.Chance(0.4) ? DrawDelays(dice) : VisibleAtOnce;
        PredecessorPlan? predecessor = dice.Chance(0.3) ? DrawPredecessor(dice) : null;
        return order with { Terms = order.Terms with { ViewDelays = delays }, Predecessor = predecessor, Moves = [.. order.Moves, .. DrawMovesOfOthers(dice, order.Age)] };
    }

    public static ArrivalPlan DrawArrival(Dice dice, int index, string symbol)
    {
        OrderPlan order = OrderGenerator.Draw(dice, index);
        SimulatedOrderTerms terms = order.Terms with { Symbol = symbol, ClientAlgoId = null };
        return new ArrivalPlan(dice.Seconds(0, 4), order with { Terms = terms, Age = TimeSpan.Zero, State = SimulatedOrderStatus.New });
    }

    public static CancelAllPlan DrawCancelAll(Dice dice, IReadOnlyList<OrderPlan> orders) => new()
    {
        Symbol = orders[dice.Below(orders.Count)].Terms.Symbol,
        IsEnsured = dice.Chance(0.6),
        StartsAt = CallGenerator.DrawStart(dice),
        GivesUpAfter = BulkGenerator.DrawGivesUpAfter(dice),
    };

    public static PredecessorPlan DrawPredecessor(Dice dice, double longestBefore = 3)
    {
        TimeSpan before = dice.Chance(0.7) ? dice.Seconds(0.1, longestBefore) : dice.Seconds(3, 5 * 86_400);
        return new PredecessorPlan(before, dice.OneOf<SimulatedOrderStatus>(EndStates));
    }

    private static SimulatedViewDelays DrawDelays(Dice dice) => new() { Query = DrawLag(dice), Cancel = DrawLag(dice), List = DrawLag(dice) };

    private static TimeSpan DrawLag(Dice dice) => dice.Below(3) switch
    {
        0 => TimeSpan.Zero,
        1 => dice.Seconds(0, 0.4),
        _ => dice.Seconds(0, MaxLagSeconds),
    };

    // Queries lose only young orders. What the exchange says of an old order that it no longer knows must hold.
    private static MarketMove[] DrawMovesOfOthers(Dice dice, TimeSpan age) => dice.Below(12) switch
    {
        0 => [new(dice.Seconds(0, 3), MarketMoveKind.Replace)],
        1 => [new(dice.Seconds(0, 6), MarketMoveKind.PlaceAgain)],
        2 when age < TimeSpan.FromDays(2.9) => [new(dice.Seconds(0, 2), MarketMoveKind.Hide)],
        _ => [],
    };
}
