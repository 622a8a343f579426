using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The true state of the exchange during one call.</summary>
internal sealed class Truth
{
    /// <summary>The time after which a client may conclude from a lookup that does not find an order. It becomes an option of the client.</summary>
    public static readonly TimeSpan VisibilityLag = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan RetentionWhenEnded = TimeSpan.FromDays(3);
    /// <summary>The time after which queries find no order any more.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);


    /// <summary>The time within which two instants on the wire may be one.</summary>
    public static readonly TimeSpan ClockResolution = TimeSpan.FromMilliseconds(2);

    // The client measures the lag on a clock of its own, which may drift.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMilliseconds(50);

    private readonly RecordedRequest[] _executed;
    private readonly ICompletedCancel _call;

    /// <summary>Collects the truth about a call.</summary>
    /// <param name="cancels">The cancels of this call that the exchange received, including those after its end.</param>
    /// <param name="call">The ended call.</param>
    /// <param name="named">The id of the order that the result names, or null.</param>
    public Truth(IEnumerable<RecordedRequest> cancels, ICompletedCancel call, long? named = null)
    {
        _executed = [.. cancels.Where(record => record.IsExecuted)];
        _call = call;
        Named = named is { } id ? call.World.Find(id) : null;
        Order = FindOrder();
        History = Order is null ? [] : call.World.AtEnd.GetValueOrDefault(Order) ?? call.HistoryAtEnd;
    }

    /// <summary>
    /// The order that the claims are about, or null if the id never existed. By client id it may be one that was placed during the call, if the result
    /// names it.
    /// </summary>
    public SimulatedOrder? Order { get; }

    /// <summary>The order that the result names, or null.</summary>
    public SimulatedOrder? Named { get; }

    /// <summary>The changes of status until the end of the call.</summary>
    public IReadOnlyList<SimulatedOrderChange> History { get; }

    /// <summary>The status at the end of the call.</summary>
    public SimulatedOrderStatus? Status => History.Count == 0 ? null : History[^1].Status;

    public bool IsLive => Status is SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering;

    /// <summary>True if the order had ended by the end of the call, and nothing was traded. An ended order never becomes live again.</summary>
    public bool EndedWithoutTrade => Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired or SimulatedOrderStatus.Rejected;

    /// <summary>True if a cancel of this call was executed, also after the end of the call.</summary>
    public bool WasExecutedByThisCall => _executed.Length > 0;

    /// <summary>True if this call canceled the order, before or after its end.</summary>
    public bool WasCanceledByThisCall => Order is not null && _executed.Any(record => record.CanceledOrders.Contains(Order));

    /// <summary>True if a cancel of this call was executed before its end.</summary>
    /// <remarks>An order can be canceled only once: if this call did it and the order was canceled at the end, this call did it before the end.</remarks>
    public bool WasExecutedByThisCallUntilItsEnd => Status == SimulatedOrderStatus.Canceled && WasCanceledByThisCall;

    /// <summary>True if the order had ended so long before the end of the call that queries did not show it as open any more.</summary>
    public bool HadEndedBefore(TimeSpan lag) => !IsLive && History.Count > 0
        && History.First(change => change.Status is not (SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering)).At < _call.End.Exchange - lag;

    /// <summary>Returns the orders that were placed after the end of the call and that a copy of this call canceled after a time, null for ever.</summary>
    public IEnumerable<SimulatedOrder> LaterOrdersCanceledAfter(DateTimeOffset? time) => _executed
        .Where(record => time is null || record.ProcessedAt > time)
        .SelectMany(record => record.CanceledOrders)
        .Where(order => _call.World.AtEnd.Count > 0 && !_call.World.AtEnd.ContainsKey(order) && order != _call.Order);

    /// <summary>Returns true if queries can have shown the order with this status at any instant of the call.</summary>
    public bool Had(SimulatedOrderStatus status) => Enumerable.Range(0, History.Count).Any(i =>
        History[i].Status == status && (i + 1 == History.Count || History[i + 1].At >= _call.Start.Exchange - _call.World.QueryStatusDelay));

    /// <summary>
    /// True if every view contained the order so early that a call, which waits for the lag of the views, found it: an order from before the call within
    /// the lag, a later one before the last lookup.
    /// </summary>
    public bool WasDiscoverable => Order is { } order && !IsForgotten && IsDiscoverable(order, _call.World, _call.Start.Exchange, _call.End.Exchange);

    /// <summary>True if a query at any instant of the call would have found no such order.</summary>
    public bool CouldBeUnknownToAQuery => Order is not { } order || order.QueryableFrom > _call.Start.Exchange || IsForgotten || HasSuccessor(order);

    /// <summary>True if the open orders of the request's symbol lacked the order at any instant of the call.</summary>
    public bool CouldBeAbsentFromOpenOrders =>
        Order is not { } order || order.ListedFrom > _call.Start.Exchange || !IsLive || order.Symbol != _call.Plan.Symbol;

    // A query by client id finds the youngest order that had the id.
    private bool HasSuccessor(SimulatedOrder order) => Requested.ClientIdOf(_call.Id) is { } id
        && _call.World.AtEnd.Keys.Any(other => other.ClientAlgoId == id && other.AlgoId > order.AlgoId);

    // The exchange keeps no order for ever, and may have lost one.
    private bool IsForgotten => Order!.IsHiddenFromQueries
        || AgeAtEnd > Retention
        || (AgeAtEnd > RetentionWhenEnded && Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired);

    private TimeSpan AgeAtEnd => _call.End.Exchange - Order!.CreatedAt;

    /// <summary>Returns true if every view contained an order in time for a call that waits for the lag of the views.</summary>
    public static bool IsDiscoverable(SimulatedOrder order, CallWorld world, DateTimeOffset start, DateTimeOffset end)
    {
        DateTimeOffset visibleFrom = order.VisibleFrom > start ? order.VisibleFrom : start;
        return (world.AtStart.Contains(order) && visibleFrom - start <= VisibilityLag - ClockMargin)
            || visibleFrom + VisibilityLag + world.MaxResponseAge <= end;
    }

    /// <summary>Returns true if an order of the client is the one that the claims are about, in a state that queries can have shown during the call.</summary>
    public bool IsShownBy(AlgoOrder shown) =>
        Order is { } order
        && (shown.AlgoId, shown.ClientAlgoId, shown.Symbol) == (order.AlgoId, order.ClientAlgoId, order.Symbol)
        && (shown.TriggerPrice, shown.Quantity) == (order.Terms.TriggerPrice, order.Terms.Quantity)
        && shown.Status.Known is { } status
        && Had(Of(status))
        && shown.ActualOrderId == ChildOf(order, status);

    /// <summary>Returns true if an order of the client is another one with the requested client id, which existed before the call.</summary>
    public bool IsOlder(AlgoOrder shown) => Named is not null && Named != Order && Named.AlgoId == shown.AlgoId && Named.ClientAlgoId == Requested.ClientIdOf(_call.Id);

    public bool IsAcknowledgedBy(CancelAlgoOrderResult acknowledgement) =>
        Order is { } order && (acknowledgement.AlgoId, acknowledgement.ClientAlgoId) == (order.AlgoId, order.ClientAlgoId);

    private static long? ChildOf(SimulatedOrder order, AlgoOrderStatus status) =>
        status is AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished ? order.ActualOrderId : null;

    private static SimulatedOrderStatus Of(AlgoOrderStatus status) => status switch
    {
        AlgoOrderStatus.New => SimulatedOrderStatus.New,
        AlgoOrderStatus.Triggering => SimulatedOrderStatus.Triggering,
        AlgoOrderStatus.Triggered => SimulatedOrderStatus.Triggered,
        AlgoOrderStatus.Finished => SimulatedOrderStatus.Finished,
        AlgoOrderStatus.Canceled => SimulatedOrderStatus.Canceled,
        AlgoOrderStatus.Rejected => SimulatedOrderStatus.Rejected,
        _ => SimulatedOrderStatus.Expired,
    };

    // An order that was placed during the call may be the one that the client met first under the requested id.
    private SimulatedOrder? FindOrder()
    {
        bool isMetDuringCall = Named is not null && Named.ClientAlgoId == Requested.ClientIdOf(_call.Id) && !_call.World.AtStart.Contains(Named);
        return isMetDuringCall ? Named : _call.Order;
    }
}
