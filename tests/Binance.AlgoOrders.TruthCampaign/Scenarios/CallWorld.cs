using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The account's orders when a call started and when it returned, and the lags of the views during the call.</summary>
internal sealed class CallWorld
{
    private CallWorld(IReadOnlySet<SimulatedOrder> atStart, IReadOnlyDictionary<SimulatedOrder, IReadOnlyList<SimulatedOrderChange>> atEnd) =>
        (AtStart, AtEnd) = (atStart, atEnd);

    /// <summary>The orders that existed when the call started.</summary>
    public IReadOnlySet<SimulatedOrder> AtStart { get; }

    /// <summary>The orders that existed when the call returned, with their changes of status until then.</summary>
    public IReadOnlyDictionary<SimulatedOrder, IReadOnlyList<SimulatedOrderChange>> AtEnd { get; }

    /// <summary>The lag of queries behind changes of status.</summary>
    public TimeSpan QueryStatusDelay { get; init; }

    /// <summary>The longest time from the execution of a request by the exchange to the end of its attempt.</summary>
    public TimeSpan MaxResponseAge { get; init; }

    public static CallWorld Create(
        IEnumerable<SimulatedOrder> atStart, IEnumerable<SimulatedOrder> atEnd, TimeSpan queryStatusDelay, TimeSpan maxResponseAge) =>
        new(atStart.ToHashSet(), atEnd.ToDictionary(order => order, order => order.History))
        {
            QueryStatusDelay = queryStatusDelay,
            MaxResponseAge = maxResponseAge,
        };

    /// <summary>Returns the world of a call that knows of one order.</summary>
    public static CallWorld Of(SimulatedOrder? order, IReadOnlyList<SimulatedOrderChange> history) => order is null
        ? new CallWorld(new HashSet<SimulatedOrder>(), new Dictionary<SimulatedOrder, IReadOnlyList<SimulatedOrderChange>>())
        : new CallWorld(new HashSet<SimulatedOrder> { order }, new Dictionary<SimulatedOrder, IReadOnlyList<SimulatedOrderChange>> { [order] = history });

    public SimulatedOrder? Find(long algoId) => AtEnd.Keys.FirstOrDefault(order => order.AlgoId == algoId);
}
