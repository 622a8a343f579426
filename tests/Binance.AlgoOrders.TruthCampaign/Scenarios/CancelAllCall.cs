namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that cancels all orders of a symbol, its result, and the true state at the moment of the result.</summary>
internal sealed class CancelAllCall(CancelAllPlan plan, TimeSpan timeout, ScenarioEnvironment environment)
    : ScenarioCall(environment, timeout, plan.StartsAt, plan.GivesUpAfter)
{
    public CancelAllPlan Plan => plan;

    public CancelAllAlgoOrdersOutcome? Outcome { get; private set; }

    public CancelAllAlgoOrdersResult? Acknowledgement { get; private set; }

    /// <summary>The outcomes of the single orders, each as a completed cancel.</summary>
    public IReadOnlyList<CancelAllItem> Items => [.. (Outcome?.Orders ?? []).Select(result => new CancelAllItem(this, result))];

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken) => plan.IsEnsured
        ? client.EnsureAllCanceledAsync(plan.Symbol, cancellationToken)
        : client.CancelAllAsync(plan.Symbol, cancellationToken);

    protected override void RecordTruth(Task call)
    {
        Outcome = ResultOf<CancelAllAlgoOrdersOutcome>(call);
        Acknowledgement = ResultOf<CancelAllAlgoOrdersResult>(call);
    }

    protected override void ActAfterReturn() => ScenarioEnvironment.PlaceNext(plan.Symbol, clientAlgoId: null);
}
