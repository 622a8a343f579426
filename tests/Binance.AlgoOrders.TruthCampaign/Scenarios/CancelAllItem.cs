using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One order that a cancel of all orders reported.</summary>
internal sealed class CancelAllItem(CancelAllCall call, CancelAllOrderResult result) : ICompletedCancel
{
    public CallPlan Plan { get; } = new()
    {
        Order = null,
        ByClientAlgoId = false,
        Symbol = call.Plan.Symbol,
        RecvWindow = BulkGenerator.RecvWindow,
        Timeout = null,
        StartsAt = call.Plan.StartsAt,
        GivesUpAfter = null,
        IsSingleCancel = false,
    };

    public AlgoOrderId Id => result.Id;

    public SimulatedOrder? Order => result.Id is AlgoOrderId.ByAlgoId byAlgoId ? call.World.Find(byAlgoId.AlgoId) : null;

    public CancelAlgoOrderOutcome? Outcome => result.Outcome;

    public CancelAlgoOrderResult? Acknowledgement => null;

    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd => Order is { } order ? call.World.AtEnd[order] : [];

    public CallWorld World => call.World;

    public TimeSpan Timeout => call.Timeout;

    public Moment Start => call.Start;

    public Moment End => call.End;

    public Moment? GaveUp => call.GaveUp;

    public Exception? Failure => result.Error;
}
