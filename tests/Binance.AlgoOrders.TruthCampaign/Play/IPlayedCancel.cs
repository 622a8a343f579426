using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What was said of one order that was to be cancelled, alone or as one of many, and the truth at that moment.</summary>
internal interface IPlayedCancel : IPlayed
{
    CallPlan Plan { get; }

    AlgoOrderId Id { get; }

    /// <summary>Null: the id never existed.</summary>
    SimulatedOrder? Order { get; }

    CancelAlgoOrderOutcome? Outcome { get; }

    /// <summary>Of a single cancel.</summary>
    CancelAlgoOrderResult? Acknowledgement { get; }

    /// <summary>The order's life until the end; empty for an id that never existed.</summary>
    IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; }

    SimulatedOrderStatus? StatusAtEnd => HistoryAtEnd.Count == 0 ? null : HistoryAtEnd[^1].Status;
}
