using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>A call about one order: a cancel of either kind, or a look.</summary>
internal sealed class OrderCall(Venue venue, OrderCallKind kind, CallPlan plan, SimulatedOrder order) : MadeCall(venue), IPlayedCancel
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

    protected override string SuccessName => Outcome is CancelAlgoOrderOutcome.Canceled canceled
        ? $"Canceled ({canceled.Evidence})"
        : Outcome?.GetType().Name ?? (Acknowledgement is not null ? "acknowledged" : _found?.Status.ToString() ?? "not found");

    public override IReadOnlyList<string> Lies(IEnumerable<SimulatedExchangeRecord> cancels) => kind == OrderCallKind.Find && Failure is null
        ? LiesOfLooking(new Truth([], this))
        : LieJudge.Lies(cancels, this);

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

    protected override void NoteTruth(Task call)
    {
        HistoryAtEnd = order.History;
        Outcome = (call as Task<CancelAlgoOrderOutcome>)?.ResultOrNull();
        Acknowledgement = (call as Task<CancelAlgoOrderResult>)?.ResultOrNull();
        _found = (call as Task<AlgoOrder?>)?.ResultOrNull();
    }

    private string[] LiesOfLooking(Truth truth) => _found switch
    {
        null when !truth.CouldBeUnknownToAQuery => ["FindAsync finds nothing of an order that could be queried all the time"],
        { } found when !truth.IsShownBy(found) => ["FindAsync shows an order that never was so"],
        _ => [],
    };
}
