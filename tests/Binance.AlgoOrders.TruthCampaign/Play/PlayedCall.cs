using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call for one order, what the client said of it, and the truth at the very moment at which it said so.</summary>
internal sealed class PlayedCall(CallPlan plan, AlgoOrderId id, SimulatedOrder? order, TimeSpan timeout, Stage stage)
    : PlayedTask(stage, timeout, plan.StartsAt, plan.GivesUpAfter), IPlayedCancel
{
    public CallPlan Plan => plan;

    public AlgoOrderId Id => id;

    public SimulatedOrder? Order => order;

    public CancelAlgoOrderOutcome? Outcome { get; private set; }

    public CancelAlgoOrderResult? Acknowledgement { get; private set; }

    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; private set; } = [];

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken)
    {
        CancelAlgoOrderRequest request = id switch
        {
            AlgoOrderId.ByAlgoId byAlgoId => CancelAlgoOrderRequest.ByAlgoId(byAlgoId.AlgoId),
            AlgoOrderId.ByClientAlgoId byClientAlgoId => CancelAlgoOrderRequest.ByClientAlgoId(byClientAlgoId.ClientAlgoId),
            _ => throw new InvalidOperationException("There are two kinds of ids."),
        };
        request = request with { RecvWindow = plan.RecvWindow, Timeout = plan.Timeout, Symbol = plan.Symbol };
        return plan.IsSingleCancel ? client.CancelAsync(request, cancellationToken) : client.EnsureCanceledAsync(request, cancellationToken);
    }

    protected override void NoteTruth(Task call)
    {
        HistoryAtEnd = order?.History ?? [];
        Outcome = call is Task<CancelAlgoOrderOutcome> { IsCompletedSuccessfully: true } ensured ? ensured.GetAwaiter().GetResult() : null;
        Acknowledgement = call is Task<CancelAlgoOrderResult> { IsCompletedSuccessfully: true } canceled ? canceled.GetAwaiter().GetResult() : null;
    }
}
