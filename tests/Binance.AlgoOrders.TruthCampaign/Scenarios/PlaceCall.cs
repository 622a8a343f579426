using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A call that places an order, and its result.</summary>
internal sealed class PlaceCall(PlacePlan plan, NewAlgoOrder order, SimulatedAccount account, TimeSpan timeout, ScenarioEnvironment environment)
    : ScenarioCall(environment, timeout, plan.StartsAt, plan.GivesUpAfter), ICompletedPlace
{
    public PlacePlan Plan => plan;

    /// <summary>The order that was given to the client.</summary>
    public NewAlgoOrder Order => order;

    public string? GivenId => order.ClientAlgoId;

    public AlgoOrder? Placed { get; private set; }

    /// <summary>The number of orders that this call had placed by its end.</summary>
    public int CreatedAtEnd { get; private set; }

    /// <summary>Every order that this call has placed so far, identified by its unique price.</summary>
    public IReadOnlyList<SimulatedOrder> Created =>
        [.. account.Orders.Where(created => created.Terms.TriggerPrice == plan.Tag || created.Terms.ActivatePrice == plan.Tag)];

    protected override Task CallAsync(AlgoOrderClient client, CancellationToken cancellationToken) => client.PlaceAsync(order, cancellationToken);

    protected override void RecordTruth(Task call)
    {
        CreatedAtEnd = Created.Count;
        Placed = ResultOf<AlgoOrder>(call);
    }
}
