using Binance.AlgoOrders.Testing.Internal.Limits;

namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The orders of one account in one market. <see cref="ExchangeState.Lock"/> guards it.</summary>
internal sealed class MarketOrders
{
    private readonly List<SimulatedOrder> _all = [];
    private readonly SortedDictionary<long, SimulatedOrder> _live = [];
    private readonly Dictionary<long, SimulatedOrder> _byAlgoId = [];
    private readonly Dictionary<string, List<SimulatedOrder>> _byClientAlgoId = new(StringComparer.Ordinal);

    /// <summary>Gets all orders by ascending <c>algoId</c>, which is the order of their placement.</summary>
    public IReadOnlyList<SimulatedOrder> All => _all;

    /// <summary>Gets the live orders by ascending <c>algoId</c>.</summary>
    public IReadOnlyCollection<SimulatedOrder> Live => _live.Values;

    public OrderRate Rate { get; } = new();

    public void Add(SimulatedOrder order)
    {
        _all.Add(order);
        _live.Add(order.AlgoId, order);
        _byAlgoId.Add(order.AlgoId, order);
        if (!_byClientAlgoId.TryGetValue(order.ClientAlgoId, out List<SimulatedOrder>? sameId))
        {
            _byClientAlgoId.Add(order.ClientAlgoId, sameId = []);
        }

        sameId.Add(order);
    }

    /// <summary>Removes an order from <see cref="Live"/> if its new status has ended it.</summary>
    public void Track(SimulatedOrder order)
    {
        if (!order.IsLive)
        {
            _live.Remove(order.AlgoId);
        }
    }

    public SimulatedOrder? Find(long algoId) => _byAlgoId.GetValueOrDefault(algoId);

    /// <summary>Returns the youngest order with this id. Older ones have ended, because ids are unique among open orders.</summary>
    public SimulatedOrder? Find(string clientAlgoId) => FindLast(clientAlgoId, static _ => true);

    /// <summary>Returns the youngest order with this id that a view contains. A view that lags may contain an older one only.</summary>
    public SimulatedOrder? FindLast(string clientAlgoId, Predicate<SimulatedOrder> isContained) =>
        _byClientAlgoId.GetValueOrDefault(clientAlgoId)?.FindLast(isContained);
}
