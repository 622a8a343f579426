using System.Runtime.InteropServices;
using Binance.AlgoOrders.Streams.Internal.Events;

namespace Binance.AlgoOrders.Streams.Internal.Ordering;

/// <summary>
/// The orders of an account, by events and queries in any order and number. It has neither I/O nor a clock. Because statuses only move forward, it is
/// irrelevant whether an event arrives before or after a snapshot, how often, and over how many connections. Not thread-safe.
/// </summary>
/// <param name="capacity">The number of orders that are remembered. An account has at most 200 open ones. The others are ended orders, whose late events must not look like new orders.</param>
internal sealed class OrderTracker(int capacity = OrderTracker.DefaultCapacity)
{
    /// <summary>An order that two snapshots a minute apart lack may be hidden by a lagging view. After this number it is reported missing.</summary>
    public const int MaxAbsences = 3;

    // Events were observed to be up to 135 s late. At 1,200 new orders a minute, Binance's limit, this is twice that time.
    private const int DefaultCapacity = 5_000;

    private readonly Dictionary<long, TrackedOrder> _orders = [];
    private readonly Queue<long> _arrivals = new();

    /// <summary>Gets the latest update of every order that has not ended.</summary>
    public IEnumerable<AlgoOrderUpdate> Open => _orders.Values.Where(static order => IsOpen(order)).Select(static order => order.Latest).OfType<AlgoOrderUpdate>();

    /// <summary>Gets the ids of the orders that have not ended, as far as is known.</summary>
    public IReadOnlySet<long> OpenIds => _orders.Values.Where(static order => IsOpen(order)).Select(static order => order.AlgoId).ToHashSet();

    /// <summary>Returns the latest update of an order, ended or not, or null if it is not known. A client id identifies the newest order.</summary>
    public AlgoOrderUpdate? Find(AlgoOrderId id) => id switch
    {
        AlgoOrderId.ByAlgoId { AlgoId: var algoId } => _orders.GetValueOrDefault(algoId)?.Latest,
        _ => _orders.Values.Select(static order => order.Latest).OfType<AlgoOrderUpdate>().Where(update => id.Matches(update.Order)).MaxBy(static update => update.Order.AlgoId),
    };

    /// <summary>Applies an event.</summary>
    /// <returns>The update, or null if nothing is new.</returns>
    public AlgoOrderUpdate? Apply(StreamEvent received, DateTimeOffset receivedAt) => received switch
    {
        OrderEvent changed => Track(changed.Order.AlgoId).Apply(Describe(changed, receivedAt)),
        TradeEvent trade => Track(trade.AlgoId).Apply(trade, receivedAt),
        _ => null,
    };

    /// <summary>Applies an order that a query returned.</summary>
    /// <returns>The update, or null if nothing is new.</returns>
    public AlgoOrderUpdate? Apply(AlgoOrder queried, DateTimeOffset receivedAt) => Track(queried.AlgoId).Apply(new AlgoOrderUpdate
    {
        Order = queried,
        ChangesStatus = true,
        Source = AlgoOrderUpdateSource.Snapshot,
        TransactionTime = queried.UpdateTime,
        ReceivedAt = receivedAt,
    });

    /// <summary>Applies that neither the open orders nor a query had an order.</summary>
    /// <returns>The update that reports the order missing, or null while it may be hidden by a lagging view.</returns>
    public AlgoOrderUpdate? ApplyAbsence(long algoId, DateTimeOffset receivedAt)
    {
        if (!_orders.TryGetValue(algoId, out TrackedOrder? order) || !IsOpen(order) || ++order.Absences < MaxAbsences)
        {
            return null;
        }

        AlgoOrderUpdate? missing = order.ReportMissing(receivedAt);
        if (missing is null)
        {
            _orders.Remove(algoId);
        }

        return missing;
    }

    private static AlgoOrderUpdate Describe(OrderEvent changed, DateTimeOffset receivedAt) => new()
    {
        Order = changed.Order,
        ChangesStatus = true,
        Source = AlgoOrderUpdateSource.Pushed,
        RejectionReason = changed.RejectionReason,
        TransactionTime = changed.TransactionTime,
        EventTime = changed.EventTime,
        ReceivedAt = receivedAt,
    };

    private static bool IsOpen(TrackedOrder order) => order is { IsFinal: false, IsMissing: false };

    private TrackedOrder Track(long algoId)
    {
        ref TrackedOrder? order = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, algoId, out bool isKnown);
        TrackedOrder tracked = order ??= new TrackedOrder(algoId);
        if (!isKnown)
        {
            _arrivals.Enqueue(algoId);
            Forget();
        }

        return tracked;
    }

    // The oldest ended order is forgotten. If none has ended, the peer is not Binance, and the oldest order is forgotten, so that memory stays bounded.
    private void Forget()
    {
        for (int tried = _arrivals.Count; _orders.Count > capacity; tried--)
        {
            long oldest = _arrivals.Dequeue();
            if (tried > 0 && _orders.TryGetValue(oldest, out TrackedOrder? order) && IsOpen(order))
            {
                _arrivals.Enqueue(oldest);
            }
            else
            {
                _orders.Remove(oldest);
            }
        }
    }
}
