using Binance.AlgoOrders.Testing.Internal.Limits;

namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The orders of one account in one market. <see cref="ExchangeState.Lock"/> guards it.</summary>
/// <param name="maxEnded">The number of ended orders to keep, or null for all.</param>
internal sealed class MarketOrders(int? maxEnded)
{
    private readonly OrderStore<SimulatedOrder> _orders = new(static order => (order.AlgoId, order.ClientAlgoId), maxEnded);

    /// <summary>Gets all kept orders by ascending <c>algoId</c>, which is the order of their placement.</summary>
    public IReadOnlyCollection<SimulatedOrder> All => _orders.All;

    /// <summary>Gets the live orders by ascending <c>algoId</c>.</summary>
    public IReadOnlyCollection<SimulatedOrder> Live => _orders.Open;

    public OrderRate Rate { get; } = new();

    public void Add(SimulatedOrder order) => _orders.Add(order);

    /// <summary>Removes an order from <see cref="Live"/> if its new status has ended it. A triggered order is not live, but still finishes.</summary>
    public void Track(SimulatedOrder order, SimulatedOrderStatus status)
    {
        switch (status)
        {
            case SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering:
                break;
            case SimulatedOrderStatus.Triggered:
                _orders.Close(order);
                break;
            default:
                _orders.End(order);
                break;
        }
    }

    public SimulatedOrder? Find(long algoId) => _orders.Find(algoId);

    /// <summary>Returns the youngest order with this id. Older ones have ended, because ids are unique among open orders.</summary>
    public SimulatedOrder? Find(string clientAlgoId) => FindLast(clientAlgoId, static _ => true);

    /// <summary>Returns the youngest order with this id that a view contains. A view that lags may contain an older one only.</summary>
    public SimulatedOrder? FindLast(string clientAlgoId, Predicate<SimulatedOrder> isContained) => _orders.FindLast(clientAlgoId, isContained);
}
