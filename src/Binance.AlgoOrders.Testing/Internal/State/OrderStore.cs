namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The orders of one kind, account and market by their ids: all open ones, and all or the youngest of the ended ones.</summary>
/// <remarks><see cref="ExchangeState.Lock"/> guards it. No operation takes longer because of the orders that have ended.</remarks>
/// <param name="idsOf">Returns the exchange's id, which increases with every order, and the client's id.</param>
/// <param name="maxEnded">The number of ended orders to keep, or null for all.</param>
internal sealed class OrderStore<TOrder>(Func<TOrder, (long Id, string ClientId)> idsOf, int? maxEnded)
    where TOrder : class
{
    private readonly LinkedList<TOrder> _all = [];
    private readonly Dictionary<long, LinkedListNode<TOrder>> _byId = [];
    private readonly Dictionary<string, List<TOrder>> _byClientId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, TOrder> _open = [];
    private readonly Queue<TOrder> _ended = [];

    /// <summary>Gets all kept orders in the order of their placement.</summary>
    public IReadOnlyCollection<TOrder> All => _all;

    /// <summary>Gets the open orders in the order of their placement.</summary>
    public IReadOnlyCollection<TOrder> Open => _open.Values;

    public void Add(TOrder order)
    {
        (long id, string clientId) = idsOf(order);
        _byId.Add(id, _all.AddLast(order));
        _open.Add(id, order);
        if (!_byClientId.TryGetValue(clientId, out List<TOrder>? sameId))
        {
            _byClientId.Add(clientId, sameId = new List<TOrder>(capacity: 1));
        }

        sameId.Add(order);
    }

    /// <summary>Removes an order from <see cref="Open"/>. It may still change.</summary>
    public void Close(TOrder order) => _open.Remove(idsOf(order).Id);

    /// <summary>Removes an order that changes no more from <see cref="Open"/>. If too many have ended, the one that ended first is forgotten.</summary>
    public void End(TOrder order)
    {
        Close(order);
        if (maxEnded is null)
        {
            return;
        }

        _ended.Enqueue(order);
        if (_ended.Count > maxEnded)
        {
            Forget(_ended.Dequeue());
        }
    }

    public TOrder? Find(long id) => _byId.GetValueOrDefault(id)?.Value;

    /// <summary>Returns the youngest order with this id that a view contains. A view that lags may contain an older one only.</summary>
    public TOrder? FindLast(string clientId, Predicate<TOrder> isContained) => _byClientId.GetValueOrDefault(clientId)?.FindLast(isContained);

    private void Forget(TOrder order)
    {
        (long id, string clientId) = idsOf(order);
        if (_byId.Remove(id, out LinkedListNode<TOrder>? node))
        {
            _all.Remove(node);
        }

        List<TOrder> sameId = _byClientId[clientId];
        sameId.Remove(order);
        if (sameId.Count == 0)
        {
            _byClientId.Remove(clientId);
        }
    }
}
