using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that replaces an order, and its result.</summary>
internal sealed class ReplaceCall(ReplacePlan plan, SimulatedOrder current, TimeSpan timeout, ScenarioEnvironment environment)
    : ScenarioCall(environment, timeout, plan.StartsAt, plan.GivesUpAfter)
{
    public ReplacePlan Plan => plan;

    /// <summary>The order that the user means.</summary>
    public SimulatedOrder Current { get; private set; } = current;

    public ReplaceAlgoOrderOutcome? Outcome { get; private set; }

    /// <summary>True if another party has used the client id again. A query shows the youngest order only, and the call may be about that one.</summary>
    public bool IsIdReused => plan.Known == KnownPart.ClientAlgoId
        && World.AtEnd.Keys.Any(order => order.ClientAlgoId == Current.ClientAlgoId && order.AlgoId > Current.AlgoId);

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken)
    {
        if (plan.Known == KnownPart.ClientAlgoId)
        {
            Current = Requested.Find(AlgoOrderId.FromClientAlgoId(Current.ClientAlgoId), OrdersAtStart)!;
        }

        ReplaceAlgoOrderRequest request = plan.Known switch
        {
            KnownPart.Order => ReplaceAlgoOrderRequest.For(AsRead(Current), plan.Replacement),
            KnownPart.AlgoId => ReplaceAlgoOrderRequest.ById(AlgoOrderId.FromAlgoId(Current.AlgoId), plan.Replacement),
            _ => ReplaceAlgoOrderRequest.ById(AlgoOrderId.FromClientAlgoId(Current.ClientAlgoId), plan.Replacement),
        };
        request = request with { Sequence = plan.Sequence, BridgeQuantity = plan.BridgeQuantity, RestoreOnRefusal = plan.RestoreOnRefusal, Timeout = plan.Timeout };
        return client.ReplaceAsync(request, cancellationToken);
    }

    protected override void RecordTruth(Task call) => Outcome = ResultOf<ReplaceAlgoOrderOutcome>(call);

    // The user has read the order while it was open.
    private static AlgoOrder AsRead(SimulatedOrder order) => new()
    {
        AlgoId = order.AlgoId,
        ClientAlgoId = order.ClientAlgoId,
        Status = AlgoOrderStatus.New,
        Symbol = order.Symbol,
        Side = new(order.Terms.Side),
        OrderType = new(order.Terms.Type),
        PositionSide = PositionSide.Both,
        TimeInForce = new(order.Terms.TimeInForce),
        WorkingType = new(order.Terms.WorkingType),
        Quantity = order.Terms.Quantity,
        TriggerPrice = order.Terms.TriggerPrice,
        Price = order.Terms.Price,
        ClosePosition = order.Terms.ClosePosition,
        ReduceOnly = order.Terms.ReduceOnly,
        PriceProtect = order.Terms.PriceProtect,
        ActivatePrice = order.Terms.ActivatePrice,
        CallbackRate = order.Terms.CallbackRate,
        CreateTime = order.CreatedAt,
    };
}
