namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The ordinary orders of one account in one market. <see cref="ExchangeState.Lock"/> guards it.</summary>
internal sealed class OrdinaryOrders
{
    private readonly List<SimulatedOrdinaryOrder> _all = [];
    private readonly Dictionary<long, SimulatedOrdinaryOrder> _byOrderId = [];
    private readonly List<SimulatedOrdinaryOrder> _open = [];
    private readonly List<SimulatedTrade> _trades = [];

    /// <summary>Gets all orders in the order of their placement.</summary>
    public IReadOnlyList<SimulatedOrdinaryOrder> All => _all;

    /// <summary>Gets the orders on the order book.</summary>
    public IReadOnlyList<SimulatedOrdinaryOrder> Open => _open;

    /// <summary>Gets all trades in the order of their ids.</summary>
    public IReadOnlyList<SimulatedTrade> Trades => _trades;

    /// <summary>Gets the sum of all commissions.</summary>
    public decimal Commissions { get; private set; }

    public void Add(SimulatedTrade trade)
    {
        _trades.Add(trade);
        Commissions += trade.Commission;
    }

    public void Add(SimulatedOrdinaryOrder order)
    {
        _all.Add(order);
        _byOrderId.Add(order.OrderId, order);
        _open.Add(order);
    }

    /// <summary>Removes an order that has ended from <see cref="Open"/>.</summary>
    public void Close(SimulatedOrdinaryOrder order) => _open.Remove(order);

    public SimulatedOrdinaryOrder? Find(long orderId) => _byOrderId.GetValueOrDefault(orderId);

    /// <summary>Returns the youngest order with this id. Older ones have ended, because ids are unique among open orders.</summary>
    public SimulatedOrdinaryOrder? Find(string clientOrderId) => _all.FindLast(order => order.ClientOrderId == clientOrderId);
}
