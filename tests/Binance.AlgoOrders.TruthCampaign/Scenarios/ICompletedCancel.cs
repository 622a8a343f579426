using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The result of the cancel of one order, alone or in a bulk, and the true state at that moment.</summary>
internal interface ICompletedCancel : ICompletedCall
{
    CallPlan Plan { get; }

    AlgoOrderId Id { get; }

    /// <summary>
    /// The order that the call is about, or null if the id never existed. By client id it is the order that was open when the call started, or the
    /// youngest that existed then.
    /// </summary>
    SimulatedOrder? Order { get; }

    CancelAlgoOrderOutcome? Outcome { get; }

    /// <summary>The acknowledgement of CancelAsync, or null.</summary>
    CancelAlgoOrderResult? Acknowledgement { get; }

    /// <summary>The status changes of the order until the end. It is empty for an id that never existed.</summary>
    IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; }

    /// <summary>The account's orders when the call started and when it returned, and the lags of the views.</summary>
    CallWorld World => CallWorld.Of(Order, HistoryAtEnd);

    SimulatedOrderStatus? StatusAtEnd => HistoryAtEnd.Count == 0 ? null : HistoryAtEnd[^1].Status;
}
