using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>A call for one order: one of the two cancels, or a lookup.</summary>
internal sealed class OrderCall(Venue venue, OrderCallKind kind, CallPlan plan, SimulatedOrder order) : MadeCall(venue), ICompletedCancel
{
    private AlgoOrder? _found;

    public CallPlan Plan => plan;

    public AlgoOrderId Id => plan.ByClientAlgoId ? AlgoOrderId.FromClientAlgoId(order.ClientAlgoId) : AlgoOrderId.FromAlgoId(order.AlgoId);

    public override SimulatedOrder Order => order;

    public CancelAlgoOrderOutcome? Outcome { get; private set; }

    public CancelAlgoOrderResult? Acknowledgement { get; private set; }

    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; private set; } = [];

    public override string Method => kind switch
    {
        OrderCallKind.EnsureCanceled => nameof(AlgoOrderClient.EnsureCanceledAsync),
        OrderCallKind.Cancel => nameof(AlgoOrderClient.CancelAsync),
        _ => nameof(AlgoOrderClient.FindAsync),
    };

    protected override string SuccessName => (Outcome, Acknowledgement, _found) switch
    {
        (CancelAlgoOrderOutcome.Canceled canceled, _, _) => $"Canceled ({canceled.Evidence})",
        ({ } outcome, _, _) => outcome.GetType().Name,
        (_, { }, _) => "acknowledged",
        (_, _, { } found) => found.Status.ToString(),
        _ => "not found",
    };

    public override IReadOnlyList<string> Lies(IEnumerable<RecordedRequest> cancels) => kind == OrderCallKind.Find && Failure is null
        ? LookupLies(new Truth([], this))
        : CancelClaimChecker.FalseClaims(cancels, this);

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken)
    {
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ById(Id) with { RecvWindow = plan.RecvWindow, Symbol = plan.Symbol };
        return kind switch
        {
            OrderCallKind.EnsureCanceled => client.EnsureCanceledAsync(request, cancellationToken),
            OrderCallKind.Cancel => client.CancelAsync(request, cancellationToken),
            _ => client.FindAsync(Id, cancellationToken),
        };
    }

    protected override void RecordTruth(Task call)
    {
        HistoryAtEnd = order.History;
        Outcome = ResultOrNull(call as Task<CancelAlgoOrderOutcome>);
        Acknowledgement = ResultOrNull(call as Task<CancelAlgoOrderResult>);
        _found = ResultOrNull(call as Task<AlgoOrder?>);
    }

    private string[] LookupLies(Truth truth) => _found switch
    {
        null when !truth.CouldBeUnknownToAQuery => ["FindAsync returned null for an order that could be queried all the time"],
        { } found when !truth.IsShownBy(found) => ["FindAsync returned an order in a state that it never had"],
        _ => [],
    };
}
