using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What was really so while one call lasted.</summary>
/// <param name="cancels">The cancels of this call as the exchange saw them, also after its end.</param>
/// <param name="call">The call.</param>
internal sealed class Truth(IEnumerable<SimulatedExchangeRecord> cancels, IPlayedCancel call)
{
    private static readonly TimeSpan KeptWhenEnded = TimeSpan.FromDays(3);
    private static readonly TimeSpan KeptAtAll = TimeSpan.FromDays(90);

    private readonly SimulatedExchangeRecord[] _executed = [.. cancels.Where(record => record.IsExecuted)];

    /// <summary>At the end of the call.</summary>
    public SimulatedOrderStatus? Status => call.StatusAtEnd;

    public bool IsLive => Status is SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering;

    /// <summary>Whether a cancel of this call was ever executed, also after the call had ended.</summary>
    public bool WasExecutedByThisCall => _executed.Length > 0;

    /// <summary>The order can be cancelled only once: if it was by this call and had been at the end, it was before the end.</summary>
    public bool WasExecutedByThisCallUntilItsEnd => Status == SimulatedOrderStatus.Canceled && _executed.Any(record => record.Order == call.Order);

    /// <summary>Whether the order had this status at any instant of the call.</summary>
    public bool Had(SimulatedOrderStatus status)
    {
        IReadOnlyList<SimulatedOrderChange> history = call.HistoryAtEnd;
        return Enumerable.Range(0, history.Count).Any(i =>
            history[i].Status == status && (i + 1 == history.Count || history[i + 1].At >= call.Start.Exchange));
    }

    /// <summary>Whether at any instant of the call a query would have been answered that there is no such order.</summary>
    public bool CouldBeUnknownToAQuery =>
        call.Order is not { } order
        || order.VisibleFrom > call.Start.Exchange
        || AgeAtEnd > KeptAtAll
        || (AgeAtEnd > KeptWhenEnded && Status is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired);

    /// <summary>Whether at any instant of the call the open orders of the request's symbol lacked the order.</summary>
    public bool CouldBeAbsentFromOpenOrders =>
        call.Order is not { } order || order.VisibleFrom > call.Start.Exchange || !IsLive || order.Symbol != call.Plan.Symbol;

    private TimeSpan AgeAtEnd => call.End.Exchange - call.Order!.CreatedAt;

    /// <summary>Whether an order that the client shows is the one that was asked for, as it was at some instant of the call.</summary>
    public bool IsShownBy(AlgoOrder shown) =>
        call.Order is { } order
        && (shown.AlgoId, shown.ClientAlgoId, shown.Symbol) == (order.AlgoId, order.ClientAlgoId, order.Symbol)
        && (shown.TriggerPrice, shown.Quantity) == (order.Terms.TriggerPrice, order.Terms.Quantity)
        && shown.Status.Known is { } status
        && Had(Of(status))
        && shown.ActualOrderId == (status is AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished ? order.ActualOrderId : null);

    public bool IsAcknowledgedBy(CancelAlgoOrderResult acknowledgement) =>
        call.Order is { } order && (acknowledgement.AlgoId, acknowledgement.ClientAlgoId) == (order.AlgoId, order.ClientAlgoId);

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
