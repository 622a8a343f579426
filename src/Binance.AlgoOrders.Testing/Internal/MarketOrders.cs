namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>One account's orders in one market; guarded by the order book's lock.</summary>
internal sealed class MarketOrders
{
    private readonly List<SimulatedOrder> _all = [];
    private readonly SortedDictionary<long, SimulatedOrder> _live = [];
    private readonly Dictionary<long, SimulatedOrder> _byAlgoId = [];
    private readonly Dictionary<string, SimulatedOrder> _youngestByClientAlgoId = new(StringComparer.Ordinal);

    /// <summary>By <c>algoId</c>, ascending, which is the order of placing.</summary>
    public IReadOnlyList<SimulatedOrder> All => _all;

    /// <summary>By <c>algoId</c>, ascending.</summary>
    public IReadOnlyCollection<SimulatedOrder> Live => _live.Values;

    public OrderRate Rate { get; } = new();

    public void Add(SimulatedOrder order)
    {
        _all.Add(order);
        _live.Add(order.AlgoId, order);
        _byAlgoId.Add(order.AlgoId, order);
        _youngestByClientAlgoId[order.ClientAlgoId] = order;
    }

    /// <summary>The order has become something else.</summary>
    public void Note(SimulatedOrder order)
    {
        if (!order.IsLive)
        {
            _live.Remove(order.AlgoId);
        }
    }

    public SimulatedOrder? Find(long algoId) => _byAlgoId.GetValueOrDefault(algoId);

    /// <summary>The youngest of them: an older one with the same id has ended, or the younger could not have been placed.</summary>
    public SimulatedOrder? Find(string clientAlgoId) => _youngestByClientAlgoId.GetValueOrDefault(clientAlgoId);
}
