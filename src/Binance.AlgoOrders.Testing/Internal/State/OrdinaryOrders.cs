namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The ordinary orders of one account in one market. <see cref="ExchangeState.Lock"/> guards it.</summary>
/// <param name="maxEnded">The number of ended orders to keep, or null for all.</param>
internal sealed class OrdinaryOrders(int? maxEnded)
{
    private readonly OrderStore<SimulatedOrdinaryOrder> _orders = new(static order => (order.OrderId, order.ClientOrderId), maxEnded);
    private readonly Queue<SimulatedTrade> _trades = [];

    /// <summary>Gets all kept orders in the order of their placement.</summary>
    public IReadOnlyCollection<SimulatedOrdinaryOrder> All => _orders.All;

    /// <summary>Gets the orders on the order book.</summary>
    public IReadOnlyCollection<SimulatedOrdinaryOrder> Open => _orders.Open;

    public void Add(SimulatedOrdinaryOrder order) => _orders.Add(order);

    /// <summary>Gets all kept trades in the order of their ids.</summary>
    public IReadOnlyCollection<SimulatedTrade> Trades => _trades;

    /// <summary>Gets the sum of all commissions.</summary>
    public decimal Commissions { get; private set; }

    /// <summary>Adds a trade. As many are kept as ended orders.</summary>
    public void Add(SimulatedTrade trade)
    {
        _trades.Enqueue(trade);
        Commissions += trade.Commission;
        if (_trades.Count > maxEnded)
        {
            _trades.Dequeue();
        }
    }

    /// <summary>Removes an order that has ended from <see cref="Open"/>.</summary>
    public void Close(SimulatedOrdinaryOrder order) => _orders.End(order);

    public SimulatedOrdinaryOrder? Find(long orderId) => _orders.Find(orderId);

    /// <summary>Returns the youngest order with this id. Older ones have ended, because ids are unique among open orders.</summary>
    public SimulatedOrdinaryOrder? Find(string clientOrderId) => _orders.FindLast(clientOrderId, static _ => true);
}
