using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that places an order, and its result.</summary>
internal sealed class PlaceCall(PlacePlan plan, NewAlgoOrder order, TimeSpan timeout, ScenarioEnvironment environment)
    : ScenarioCall(environment, timeout, plan.StartsAt, plan.GivesUpAfter), ICompletedPlace
{
    public PlacePlan Plan => plan;

    /// <summary>The order that was given to the client.</summary>
    public NewAlgoOrder Order => order;

    public string? GivenId => order.ClientAlgoId;

    public AlgoOrder? Placed { get; private set; }

    /// <summary>The number of orders that this call had placed by its end.</summary>
    public int CreatedAtEnd { get; private set; }

    /// <summary>
    /// Every order that this call has placed so far, identified by its unique price and its client id. An order with the same terms that existed before is not
    /// one of them, nor is one that a replacement has restored.
    /// </summary>
    public IReadOnlyList<SimulatedOrder> Created => [.. ScenarioEnvironment.Account.Orders.Where(IsCreated).Except(OrdersAtStart)];

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken) => client.PlaceAsync(order, cancellationToken);

    protected override void RecordTruth(Task call)
    {
        CreatedAtEnd = Created.Count;
        Placed = ResultOf<AlgoOrder>(call);
    }

    protected override void ActAfterReturn()
    {
        if (plan.CanceledAfter is { } delay && Placed is { } placed)
        {
            ScenarioEnvironment.At(delay, () => OrderTransitions.Cancel(ScenarioEnvironment.Account.FindOrder(placed.AlgoId)));
        }
    }

    private bool IsCreated(SimulatedOrder placed) =>
        placed.ClientAlgoId == order.ClientAlgoId && (placed.Terms.TriggerPrice == plan.Tag || placed.Terms.ActivatePrice == plan.Tag);
}
