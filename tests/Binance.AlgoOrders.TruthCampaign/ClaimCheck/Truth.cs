using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The true state of the exchange during one call.</summary>
/// <param name="cancels">The cancels of this call that the exchange received, including those after its end.</param>
/// <param name="call">The ended call.</param>
internal sealed class Truth(IEnumerable<RecordedRequest> cancels, ICompletedCancel call)
{
    private static readonly TimeSpan RetentionWhenEnded = TimeSpan.FromDays(3);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly RecordedRequest[] _executed = [.. cancels.Where(record => record.IsExecuted)];

    /// <summary>The status at the end of the call.</summary>
    public SimulatedOrderStatus? Status => call.StatusAtEnd;

    public bool IsLive => Status is SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering;

    /// <summary>True if a cancel of this call was executed, also after the end of the call.</summary>
    public bool WasExecutedByThisCall => _executed.Length > 0;

    /// <summary>True if a cancel of this call was executed before its end.</summary>
    /// <remarks>An order can be canceled only once: if this call did it and the order was canceled at the end, this call did it before the end.</remarks>
    public bool WasExecutedByThisCallUntilItsEnd => Status == SimulatedOrderStatus.Canceled && _executed.Any(record => record.Order == call.Order);

    /// <summary>Returns true if the order had this status at any instant of the call.</summary>
    public bool Had(SimulatedOrderStatus status)
    {
        IReadOnlyList<SimulatedOrderChange> history = call.HistoryAtEnd;
        return Enumerable.Range(0, history.Count).Any(i =>
            history[i].Status == status && (i + 1 == history.Count || history[i + 1].At >= call.Start.Exchange));
    }

    /// <summary>True if a query at any instant of the call would have found no such order.</summary>
    public bool CouldBeUnknownToAQuery =>
        call.Order is not { } order
        || order.VisibleFrom > call.Start.Exchange
        || AgeAtEnd > Retention
        || (AgeAtEnd > RetentionWhenEnded && Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired);

    /// <summary>True if the open orders of the request's symbol lacked the order at any instant of the call.</summary>
    public bool CouldBeAbsentFromOpenOrders =>
        call.Order is not { } order || order.VisibleFrom > call.Start.Exchange || !IsLive || order.Symbol != call.Plan.Symbol;

    private TimeSpan AgeAtEnd => call.End.Exchange - call.Order!.CreatedAt;

    /// <summary>Returns true if an order of the client is the requested one, in a state that it had at some instant of the call.</summary>
    public bool IsShownBy(AlgoOrder shown) =>
        call.Order is { } order
        && (shown.AlgoId, shown.ClientAlgoId, shown.Symbol) == (order.AlgoId, order.ClientAlgoId, order.Symbol)
        && (shown.TriggerPrice, shown.Quantity) == (order.Terms.TriggerPrice, order.Terms.Quantity)
        && shown.Status.Known is { } status
        && Had(Of(status))
        && shown.ActualOrderId == ChildOf(order, status);

    public bool IsAcknowledgedBy(CancelAlgoOrderResult acknowledgement) =>
        call.Order is { } order && (acknowledgement.AlgoId, acknowledgement.ClientAlgoId) == (order.AlgoId, order.ClientAlgoId);

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
}
