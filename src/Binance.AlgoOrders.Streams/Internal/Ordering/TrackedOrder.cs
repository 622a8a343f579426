using System.Globalization;
using Binance.AlgoOrders.Streams.Internal.Events;

namespace Binance.AlgoOrders.Streams.Internal.Ordering;

/// <summary>
/// One order, by events and queries in any order and number. Statuses only move forward, and the first final one is the last. Not thread-safe.
/// </summary>
internal sealed class TrackedOrder(long algoId)
{
    private ChildState? _child;

    public long AlgoId => algoId;

    /// <summary>Gets the latest update, or null if only events of the child have arrived, which do not have the status of the order.</summary>
    public AlgoOrderUpdate? Latest { get; private set; }

    /// <summary>True if the order never changes any more. Events of its child may still be on their way.</summary>
    public bool IsFinal => Latest?.Status.IsFinal() == true;

    /// <summary>True if the order was reported missing, so that it is no longer looked for.</summary>
    public bool IsMissing => Latest?.IsMissing == true;

    /// <summary>Gets or sets the number of snapshots in a row that did not have the order.</summary>
    public int Absences { get; set; }

    /// <summary>Applies an event of the order or the result of a query.</summary>
    /// <param name="next">The order with its status and times, as if it were the first update.</param>
    /// <returns>The update, or null if nothing is new.</returns>
    public AlgoOrderUpdate? Apply(AlgoOrderUpdate next)
    {
        Absences = 0;
        if (Latest is { } last && !IsLater(next, last))
        {
            return null;
        }

        TrackChild(next.Order);
        Latest = next with
        {
            Order = Complete(next.Order, Latest?.Order),
            ChangesStatus = next.Status != Latest?.Status,
            Child = _child?.Current,
        };
        return Latest;
    }

    /// <summary>Applies an event of the child.</summary>
    /// <returns>The update, or null if nothing is new, or if the status of the order is not known yet.</returns>
    public AlgoOrderUpdate? Apply(TradeEvent trade, DateTimeOffset receivedAt)
    {
        _child ??= new ChildState(trade.OrderId);
        if (!_child.Apply(trade) || Latest is null)
        {
            return null;
        }

        Latest = Latest with
        {
            Child = _child.Current,
            ChangesStatus = false,
            IsMissing = false,
            Source = AlgoOrderUpdateSource.Pushed,
            TransactionTime = trade.TransactionTime,
            EventTime = trade.EventTime,
            ReceivedAt = receivedAt,
        };
        return Latest;
    }

    /// <summary>Returns the update that reports the order missing, or null if its status is not known.</summary>
    public AlgoOrderUpdate? ReportMissing(DateTimeOffset receivedAt)
    {
        if (Latest is null)
        {
            return null;
        }

        Latest = Latest with
        {
            IsMissing = true,
            ChangesStatus = false,
            Source = AlgoOrderUpdateSource.Snapshot,
            EventTime = null,
            ReceivedAt = receivedAt,
        };
        return Latest;
    }

    private static bool IsLater(AlgoOrderUpdate next, AlgoOrderUpdate last)
    {
        if (last.Status.IsFinal())
        {
            return false;
        }

        return StatusOrder.Compare(next.Status, last.Status) switch
        {
            > 0 => true,
            < 0 => false,

            // An event and a query write the same state in different forms. Only a difference of what both have is a change.
            0 => last.IsMissing || (next.Order.UpdateTime > last.Order.UpdateTime && Differs(next.Order, last.Order)),
            null => next.Order.UpdateTime > last.Order.UpdateTime,
        };
    }

    private static bool Differs(AlgoOrder next, AlgoOrder last) =>
        Differs(next.Quantity, last.Quantity)
        || Differs(next.TriggerPrice, last.TriggerPrice)
        || Differs(next.Price, last.Price)
        || (next.ActualOrderIdText is { } child && child != last.ActualOrderIdText);

    private static bool Differs(decimal? next, decimal? last) => next is not null && last is not null && next != last;

    // Events lack members that a query has. They do not change during the life of an order.
    private static AlgoOrder Complete(AlgoOrder next, AlgoOrder? last) => next with
    {
        CreateTime = next.CreateTime ?? last?.CreateTime,
        ActivatePrice = next.ActivatePrice ?? last?.ActivatePrice,
        CallbackRate = next.CallbackRate ?? last?.CallbackRate,
        UpdateTime = next.UpdateTime ?? last?.UpdateTime,
    };

    private void TrackChild(AlgoOrder order)
    {
        if (_child is null && order.ActualOrderId is > 0 and { } orderId)
        {
            _child = new ChildState(orderId);
        }

        _child?.ApplyAveragePrice(order.ActualPrice);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{algoId} {Latest?.Status.Text}");
}
