using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that cancels one order, its result, and the true state at the moment of the result.</summary>
internal sealed class CancelCall(CallPlan plan, AlgoOrderId id, SimulatedOrder? planned, TimeSpan timeout, ScenarioEnvironment environment)
    : ScenarioCall(environment, timeout, plan.StartsAt, plan.GivesUpAfter), ICompletedCancel
{
    public CallPlan Plan => plan;

    public AlgoOrderId Id => id;

    public SimulatedOrder? Order { get; private set; } = planned;

    public CancelAlgoOrderOutcome? Outcome { get; private set; }

    public CancelAlgoOrderResult? Acknowledgement { get; private set; }

    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; private set; } = [];

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken)
    {
        CancelAlgoOrderRequest request = id switch
        {
            AlgoOrderId.ByAlgoId byAlgoId => CancelAlgoOrderRequest.ByAlgoId(byAlgoId.AlgoId),
            AlgoOrderId.ByClientAlgoId byClientAlgoId => CancelAlgoOrderRequest.ByClientAlgoId(byClientAlgoId.ClientAlgoId),
            _ => throw new InvalidOperationException($"The id must be an algoId or a clientAlgoId, but was {id}."),
        };
        Order = Requested.Find(id, OrdersAtStart);
        request = request with { RecvWindow = plan.RecvWindow, Timeout = plan.Timeout, Symbol = plan.Symbol };
        return plan.IsSingleCancel ? client.CancelAsync(request, cancellationToken) : client.EnsureCanceledAsync(request, cancellationToken);
    }

    protected override void RecordTruth(Task call)
    {
        HistoryAtEnd = Order is { } order ? World.AtEnd[order] : [];
        Outcome = ResultOf<CancelAlgoOrderOutcome>(call);
        Acknowledgement = ResultOf<CancelAlgoOrderResult>(call);
    }

    protected override void ActAfterReturn() => ScenarioEnvironment.PlaceNext(Order?.Symbol ?? plan.Symbol ?? "BTCUSDT", Requested.ClientIdOf(id));
}
